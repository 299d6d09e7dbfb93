/// Append-only streams of lines that are on disk before anybody is told so.
///
/// Floor 1. Stands on H2 and Flyway; a line is a type and a JSON text, what they mean is not known
/// here. Start reading at [dev.hotseat.journal.Journal].
@NullMarked
package dev.hotseat.journal;

import org.jspecify.annotations.NullMarked;
