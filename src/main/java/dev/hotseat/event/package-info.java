/// What can happen in a session, as records: the vocabulary of the journal.
///
/// Floor 2. Stands on `telemetry`; knows nothing of how an event comes about or what follows from
/// it. The interviewer, the scores, the report, the page and replay all read these. Start reading
/// at [dev.hotseat.event.SessionEvent].
@NullMarked
package dev.hotseat.event;

import org.jspecify.annotations.NullMarked;
