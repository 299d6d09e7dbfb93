package dev.hotseat.demonstration;

import io.micronaut.serde.annotation.Serdeable;

/// A demonstration in the list.
///
/// @param name what to play it by
/// @param teaches what one leaves with
/// @param seconds how long it plays, building the systems not counted
@Serdeable
public record Line(String name, String scenario, String title, String teaches, double seconds) {}
