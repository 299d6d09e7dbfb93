package dev.hotseat.api;

import dev.hotseat.event.Mention;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What an answer would be heard to say, for the author of a scenario.
///
/// @param mentions concepts found, for and against, with the words
/// @param disregarded concepts whose words were found and do not count, with the rule
/// @param clarifications the fact-sheet entries that would answer what it asks
/// @param echoShare share of its telling words that only repeat the question
/// @param scored what the question's listening would make of it
@Serdeable
record HeardJson(
    String question,
    List<Mention> mentions,
    List<Disregarded> disregarded,
    List<String> clarifications,
    double echoShare,
    List<Scored> scored) {

  @Serdeable
  record Disregarded(String concept, String words, String rule) {}

  /// Evidence the answer would be.
  ///
  /// @param signal `strong`, `weak` or `disqualifier`
  /// @param points before anything is taken off for a concept without a reason
  @Serdeable
  record Scored(
      String concept,
      String signal,
      String dimension,
      double points,
      boolean reasoned,
      String words,
      String text) {}
}
