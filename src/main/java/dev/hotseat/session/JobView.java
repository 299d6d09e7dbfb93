package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Work on the live system that takes a while: an action under way, or a job of the system's own.
///
/// @param name of the action or of the job
/// @param state `running`, `paused`, `done` or `failed`
/// @param done of `total`
/// @param unit of both
/// @param perSecond how much is done in a second; an action's time passes as the session's clock
///   does
/// @param secondsLeft on the session's clock, at that speed; absent where it cannot be said
/// @param note what it is at, or came to; may be empty
@Serdeable
public record JobView(
    String name,
    String meaning,
    String state,
    double done,
    double total,
    String unit,
    double perSecond,
    @Nullable Double secondsLeft,
    String note) {}
