package dev.hotseat.hearing;

import java.util.List;

/// A question the candidate asked.
///
/// @param text the question, verbatim
/// @param start offset of its first character in the answer
/// @param clarifications ids of the facts that answer it, best first; empty when none does
/// @param answers of these the ones to be told: the best, and the best of each further part where
///   one sentence asks for several things; in the order asked
public record Asked(
    String text, int start, int end, List<String> clarifications, List<String> answers) {
  public Asked {
    clarifications = List.copyOf(clarifications);
    answers = List.copyOf(answers);
  }
}
