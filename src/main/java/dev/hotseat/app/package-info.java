/// Starts the process and reads configuration.
///
/// Floor 7. Stands on everything; nothing stands on it. Start reading at [dev.hotseat.app.Hotseat].
@NullMarked
package dev.hotseat.app;

import org.jspecify.annotations.NullMarked;
