/// Checks what clients were told against what happened: lost, doubled, stale, out of order.
///
/// Floor 1. Stands on nothing; knows nothing of systems, HTTP or sessions, only of recorded calls
/// and of books read afterwards. Start reading at [dev.hotseat.history.History], which records,
/// then [dev.hotseat.history.Checker] and the questions it can ask.
@NullMarked
package dev.hotseat.history;

import org.jspecify.annotations.NullMarked;
