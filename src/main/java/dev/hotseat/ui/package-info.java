/// Pages, made on the server from records.
///
/// Floor 6. Stands on `scoring` and `session` for what is shown; knows nothing of routes and roles.
/// Start reading at [dev.hotseat.ui.ReportPage].
@NullMarked
package dev.hotseat.ui;

import org.jspecify.annotations.NullMarked;
