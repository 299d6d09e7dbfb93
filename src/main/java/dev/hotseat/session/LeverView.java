package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A lever and its value in force.
///
/// @param type `choice`, `number` or `switch`
/// @param allowed the choices, or a range with its unit
/// @param initial the value this session started with
@Serdeable
public record LeverView(
    String name, String value, String type, List<String> allowed, String initial, String meaning) {}
