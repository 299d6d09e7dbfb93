/// The layout for terminals: tables, bars, sparklines and wrapped text in 100 columns.
///
/// Floor 6. Stands on nothing; knows no session, only words and numbers. Whatever a person typed
/// loses its control characters here, so that no answer can steer somebody's terminal. Start
/// reading at [dev.hotseat.api.text.Sheet].
@NullMarked
package dev.hotseat.api.text;

import org.jspecify.annotations.NullMarked;
