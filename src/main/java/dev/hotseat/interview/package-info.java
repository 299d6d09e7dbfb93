/// What the interviewer says and does next.
///
/// Floor 4. Stands on `scenario` and `event`; pure: knows no clock, no thread, no live system and
/// no store, so the same journal gives the same interview. Start reading at
/// [dev.hotseat.interview.Interviewer].
@NullMarked
package dev.hotseat.interview;

import org.jspecify.annotations.NullMarked;
