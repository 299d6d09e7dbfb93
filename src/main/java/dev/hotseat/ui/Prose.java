package dev.hotseat.ui;

import java.util.Arrays;
import java.util.List;

/// Texts of scenarios, which are simple Markdown: paragraphs, and words set off by marks.
final class Prose {
  private Prose() {}

  /// Paragraphs without their marks.
  static List<String> paragraphs(String markdown) {
    return Arrays.stream(markdown.strip().split("\\n\\s*\\n"))
        .map(Prose::plain)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /// The first paragraphs, as many as tell what it is about.
  static String lead(String markdown) {
    List<String> paragraphs = paragraphs(markdown);
    return paragraphs.isEmpty() ? "" : paragraphs.getFirst();
  }

  private static String plain(String paragraph) {
    return paragraph.replaceAll("[`*#]", "").replaceAll("\\s+", " ").strip();
  }
}
