package dev.hotseat.journal;

import java.time.Instant;

/// One line of a stream.
///
/// @param seq position in the stream, from 1, without gaps
/// @param at when it was written
/// @param elapsedSeconds on the stream's own clock
/// @param type what kind of thing it tells, such as `answered`
/// @param payload the thing itself, as JSON
public record Line(long seq, Instant at, double elapsedSeconds, String type, String payload) {
  public Line {
    if (seq < 1) {
      throw new IllegalArgumentException("lines are counted from 1, got " + seq);
    }
  }
}
