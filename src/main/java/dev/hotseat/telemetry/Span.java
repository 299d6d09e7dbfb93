package dev.hotseat.telemetry;

/// One hop of one call.
///
/// @param hop name of the hop, such as `app.eu>store`
/// @param startNanos since the call was due
/// @param durationNanos from asking for a slot to the answer
/// @param waitedNanos of that, waiting for a slot of the part
/// @param why reason code where the hop failed, empty where it did not
public record Span(String hop, long startNanos, long durationNanos, long waitedNanos, String why) {}
