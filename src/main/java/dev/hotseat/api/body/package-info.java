/// Reads what clients send, field by field, and says everything that is wrong with it at once.
///
/// Floor 6. Stands on `problem` and a JSON parser; knows nothing of what the fields mean. Start
/// reading at [dev.hotseat.api.body.Fields].
@NullMarked
package dev.hotseat.api.body;

import org.jspecify.annotations.NullMarked;
