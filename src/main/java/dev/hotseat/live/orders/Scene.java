package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;

/// Everything that a [Cause] can get its hands on.
///
/// @param habits what clients do, which a cause can change under the traffic that runs
record Scene(
    Kit kit,
    Pace pace,
    Fleet fleet,
    Releases releases,
    Flags flags,
    Config config,
    Downstream pricing,
    Downstream payments,
    Warehouse warehouse,
    Burdens burdens,
    Habits habits,
    Crowd crowd) {}
