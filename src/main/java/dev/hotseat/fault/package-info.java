/// What goes wrong: which fault, where, how strongly, from when.
///
/// Floor 1. Stands on `world`; knows hops by name only and touches no system: the kit asks, at each
/// hop, what is in force there. Start reading at [dev.hotseat.fault.FaultKind], then
/// [dev.hotseat.fault.FaultBoard].
@NullMarked
package dev.hotseat.fault;

import org.jspecify.annotations.NullMarked;
