package dev.hotseat.telemetry;

import java.time.Instant;

/// One structured log line of a live system.
///
/// @param seq position in the log, rising
/// @param at when it was written
/// @param level `INFO`, `WARN` or `ERROR`
/// @param part the part that wrote it, such as `app.eu`
/// @param message what happened, for a person
/// @param traceId the call it belongs to, empty where there is none
public record LogLine(
    long seq, Instant at, String level, String part, String message, String traceId) {}
