/// The live rate limiter: gateway nodes that protect an API, six algorithms, five places to keep
/// the counters, and an exact judge beside them.
///
/// Floor 2, built on the kit of `live`; knows nothing of scenario files, sessions or HTTP servers.
/// Start reading at [dev.hotseat.live.limiter.RateLimiter], which serves the calls, and
/// [dev.hotseat.live.limiter.Limiter], which the algorithms are;
/// [dev.hotseat.live.limiter.LimiterDesign] holds every name that can be seen from outside.
@NullMarked
package dev.hotseat.live.limiter;

import org.jspecify.annotations.NullMarked;
