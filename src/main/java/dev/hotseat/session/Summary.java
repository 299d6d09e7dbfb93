package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as a line of a list.
///
/// @param state `running`, `paused`, `ended` or `unreadable`
/// @param phase id of the phase, empty where there is none
/// @param endedAt absent while it goes on
/// @param problem why it is unreadable, otherwise empty
@Serdeable
public record Summary(
    String id,
    String scenario,
    String mode,
    String candidate,
    String state,
    String phase,
    double elapsedSeconds,
    Instant openedAt,
    @Nullable Instant endedAt,
    String problem) {}
