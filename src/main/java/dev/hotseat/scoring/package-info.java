/// What a session shows of its candidate: receipts, levels, the report.
///
/// Floor 4. Stands on `event` and `scenario`; pure: knows no clock, no store and no interviewer, so
/// the same journal gives the same scores. Start reading at [dev.hotseat.scoring.Scorecard].
@NullMarked
package dev.hotseat.scoring;

import org.jspecify.annotations.NullMarked;
