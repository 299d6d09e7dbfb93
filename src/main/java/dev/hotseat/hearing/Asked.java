package dev.hotseat.hearing;

import java.util.List;

/// A question the candidate asked.
///
/// @param text the question, verbatim
/// @param start offset of its first character in the answer
/// @param clarifications ids of the facts that answer it, best first; empty when none does
public record Asked(String text, int start, int end, List<String> clarifications) {
  public Asked {
    clarifications = List.copyOf(clarifications);
  }
}
