/// Sends calls at a planned rate, whether or not earlier calls have come back; runs and their
/// comparison.
///
/// Floor 2. Stands on `world`, `exchange` and `telemetry`; knows nothing of live systems, sessions
/// or HTTP: a run is a profile, a target and the traffic that the profile names. Start reading at
/// [dev.hotseat.load.Generator], then [dev.hotseat.load.Profile].
@NullMarked
package dev.hotseat.load;

import org.jspecify.annotations.NullMarked;
