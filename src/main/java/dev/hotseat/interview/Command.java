package dev.hotseat.interview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words that steer the conversation rather than answer.
enum Command {
  NEXT(
      "next",
      "next please",
      "next question",
      "skip",
      "skip it",
      "skip this",
      "skip this one",
      "pass",
      "i pass",
      "move on",
      "lets move on",
      "i have enough",
      "go on"),
  REPEAT(
      "repeat",
      "repeat please",
      "please repeat",
      "repeat the question",
      "again please",
      "say again",
      "say that again",
      "can you repeat the question",
      "can you repeat that",
      "could you repeat that",
      "could you repeat the question",
      "what was the question"),
  HINT(
      "hint",
      "hint please",
      "a hint",
      "a hint please",
      "give me a hint",
      "can i have a hint",
      "could i have a hint",
      "can i get a hint",
      "help",
      "i need a hint",
      "i am stuck",
      "im stuck"),
  NONE;

  private final List<String> spellings;

  Command(String... spellings) {
    this.spellings = List.of(spellings);
  }

  /// The command that the words are, as a whole.
  static Command in(String text) {
    String bare =
        text.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^a-z]+", " ").strip();
    return Arrays.stream(values())
        .filter(each -> each.spellings.contains(bare))
        .findFirst()
        .orElse(NONE);
  }
}
