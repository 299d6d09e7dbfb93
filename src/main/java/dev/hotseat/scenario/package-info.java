/// A scenario folder as checked, immutable records; the only reader of scenario files; lint.
///
/// Floor 3. Stands on `live` and `load` for what names exist and on `event` for what conditions ask
/// about; knows nothing of who runs a session or of what is done with a script. Start reading at
/// [dev.hotseat.scenario.Scenarios], the door, then [dev.hotseat.scenario.ScenarioLoader].
@NullMarked
package dev.hotseat.scenario;

import org.jspecify.annotations.NullMarked;
