/// Plays a prepared failure beside its fix: two live systems of one seed, the same arrivals, one
/// design decision apart.
///
/// Floor 5. Stands on `scenario`, `live` and `load`; knows no session, no interview and no HTTP.
/// Start reading at [dev.hotseat.demonstration.Demonstrations], then at `Play`.
@NullMarked
package dev.hotseat.demonstration;

import org.jspecify.annotations.NullMarked;
