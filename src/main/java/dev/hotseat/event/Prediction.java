package dev.hotseat.event;

import io.micronaut.serde.annotation.Serdeable;

/// What the candidate expects of a run before it starts.
///
/// @param metric key as in readings, such as `p99/redirect`
/// @param value the expected value
/// @param unit `ms`, `per second`, `share` or `calls`
@Serdeable
public record Prediction(String metric, double value, String unit) {}
