package dev.hotseat.scoring;

import dev.hotseat.event.Mention;

/// The candidate's own words, short enough for a receipt.
final class Quote {
  private static final int LENGTH_MAX = 160;

  private Quote() {}

  /// The sentence that holds a mention.
  static String around(String text, Mention mention) {
    int start = Math.clamp(mention.start(), 0, text.length());
    int end = Math.clamp(mention.end(), start, text.length());
    int from = sentenceStart(text, start);
    int to = sentenceEnd(text, end);
    if (to - from > LENGTH_MAX) {
      int spare = Math.max(0, LENGTH_MAX - (end - start)) / 2;
      from = Math.max(from, start - spare);
      to = Math.min(to, end + spare);
    }
    return "“" + text.substring(from, to).strip() + "”";
  }

  static String of(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    return "“"
        + (flat.length() > LENGTH_MAX ? flat.substring(0, LENGTH_MAX - 1) + "…" : flat)
        + "”";
  }

  private static int sentenceStart(String text, int at) {
    int from = at;
    while (from > 0 && !ends(text, from - 1)) {
      from--;
    }
    return from;
  }

  private static int sentenceEnd(String text, int at) {
    int to = at;
    while (to < text.length() && !ends(text, to)) {
      to++;
    }
    return Math.min(text.length(), to + 1);
  }

  private static boolean ends(String text, int at) {
    char here = text.charAt(at);
    boolean breaks = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
    return here == '\n' || ((here == '.' || here == '!' || here == '?' || here == ';') && breaks);
  }
}
