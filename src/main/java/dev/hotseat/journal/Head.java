package dev.hotseat.journal;

import java.time.Instant;

/// A stream as a line of a list.
///
/// @param stream its id
/// @param createdAt when it was created
/// @param about what its owner keeps with it, as JSON
/// @param lastSeq seq of its last line, 0 before the first
/// @param lastAt when that was written
public record Head(String stream, Instant createdAt, String about, long lastSeq, Instant lastAt) {}
