package dev.hotseat.event;

import io.micronaut.serde.annotation.Serdeable;

/// A concept heard in an answer.
///
/// @param concept id of the concept
/// @param words the matched words, verbatim
/// @param start offset of the first matched character in the answer
/// @param end offset behind the last matched character
/// @param stance how it was meant
/// @param reasoned whether a reason or a consequence came with it
/// @param listed whether it was only an item in a list of buzzwords
@Serdeable
public record Mention(
    String concept,
    String words,
    int start,
    int end,
    Stance stance,
    boolean reasoned,
    boolean listed) {
  /// How a concept was meant.
  public enum Stance {
    AFFIRMED,
    NEGATED,
    QUESTIONED
  }
}
