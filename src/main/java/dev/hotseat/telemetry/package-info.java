/// Measures: latency histograms, per-second readings, traces, logs.
///
/// Floor 1. Stands on `world`; knows subjects by name only, not what a hop, a system or a session
/// is. What leaves this package is immutable. Start reading at [dev.hotseat.telemetry.Readings].
@NullMarked
package dev.hotseat.telemetry;

import org.jspecify.annotations.NullMarked;
