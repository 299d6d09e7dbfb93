/// The data plane: `/live/{liveId}/**` into a live system, for curl, wrk, k6 and browsers.
///
/// Floor 6. Stands on `session` and `exchange`; knows nothing of roles, JSON bodies or pages. It
/// sits in front of the framework's router, because a live system must cost about what it would
/// cost alone. Start reading at [dev.hotseat.gate.GateHandler].
@NullMarked
package dev.hotseat.gate;

import org.jspecify.annotations.NullMarked;
