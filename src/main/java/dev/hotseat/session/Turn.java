package dev.hotseat.session;

import dev.hotseat.event.Because;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One turn of the conversation.
///
/// @param seq of the journal entry
/// @param from `interviewer` or `candidate`
/// @param kind what the words are for: `opening`, `question`, `follow-up`, `changed-requirement`,
///   `probe`, `clarification`, `acknowledgement`, `hint`, `notice`; `answer` for the candidate's
/// @param questionId question asked or answered, absent where there is none
/// @param because the rule that made the interviewer speak, absent where none did
@Serdeable
public record Turn(
    long seq,
    Instant at,
    double elapsedSeconds,
    String from,
    String kind,
    String text,
    @Nullable String questionId,
    @Nullable Because because) {}
