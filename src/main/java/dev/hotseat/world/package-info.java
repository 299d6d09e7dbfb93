/// The only door to time, waiting and chance.
///
/// Floor 0. Stands on nothing; knows nothing of calls, systems or interviews. Everything above asks
/// a [dev.hotseat.world.World] for the date, a duration, a pause or a die, so that a test can hand
/// in its own. Start reading at [dev.hotseat.world.World].
@NullMarked
package dev.hotseat.world;

import org.jspecify.annotations.NullMarked;
