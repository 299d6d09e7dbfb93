package dev.hotseat.scenario;

import java.util.List;
import java.util.Map;

/// A prepared show of one failure beside its fix.
///
/// @param name kebab case
/// @param title one line
/// @param lesson what to take away
/// @param without lever values of the failing design
/// @param with lever values of the fixed one
/// @param profile load profile that both get
/// @param seconds how long
/// @param fault fault started at half time, empty for none
/// @param watch keys of readings to show, two at most
public record Demonstration(
    String name,
    String title,
    String lesson,
    Map<String, String> without,
    Map<String, String> with,
    String profile,
    double seconds,
    String fault,
    List<String> watch) {}
