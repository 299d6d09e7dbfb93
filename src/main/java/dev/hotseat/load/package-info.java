/// Sends calls at a planned rate, whether or not earlier calls have come back; runs and their
/// comparison.
///
/// Floor 2. Stands on `world` and `exchange`; its figures go by the keys of `telemetry`. Knows
/// nothing of live systems, sessions or HTTP: a run is a profile, a target and the traffic that the
/// profile names. Start reading at [dev.hotseat.load.Generator].
@NullMarked
package dev.hotseat.load;

import org.jspecify.annotations.NullMarked;
