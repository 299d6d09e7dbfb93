package dev.hotseat.event;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// One line of a session's journal.
///
/// @param seq position in the session's journal, from 1, without gaps
/// @param at when it was appended
/// @param elapsedSeconds time on the session's clock: pauses do not count, an accelerated clock
///   counts faster
/// @param event what happened
@Serdeable
public record Entry(long seq, Instant at, double elapsedSeconds, SessionEvent event) {}
