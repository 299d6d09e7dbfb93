/// The kit every live system is made of: parts joined by hops, levers, faults, instruments, reset.
///
/// Floor 2. Stands on `exchange`, `fault`, `telemetry` and `world`; knows nothing of interviews,
/// scenario files or HTTP. A system's own code lives in a package below this one and contains no
/// timers, fault switches or metrics. Start reading at [dev.hotseat.live.Blueprint], then
/// [dev.hotseat.live.LiveSystem].
@NullMarked
package dev.hotseat.live;

import org.jspecify.annotations.NullMarked;
