package dev.hotseat.api.text;

import java.util.ArrayList;
import java.util.List;

/// Text measured in columns of a terminal.
final class Words {
  private Words() {}

  /// Without anything that a terminal would obey instead of show.
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(each -> clean.appendCodePoint(harmless(each)));
    return clean.toString();
  }

  private static int harmless(int each) {
    if (each == '\n') {
      return each;
    }
    if (each == '\t' || each == '\r') {
      return ' ';
    }
    int type = Character.getType(each);
    boolean obeyed =
        type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    return obeyed ? 0xFFFD : each;
  }

  /// Columns the text takes.
  static int width(String text) {
    return text.codePoints().map(Words::width).sum();
  }

  /*
   * Wide are the East Asian blocks and the pictographs; combining marks take no column. The ranges are
   * the broad ones of Unicode's East Asian Width (Annex 11); a stray misjudged sign costs one column.
   */
  private static int width(int each) {
    int type = Character.getType(each);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        each >= 0x1100 && each <= 0x115F
            || each >= 0x2E80 && each <= 0xA4CF
            || each >= 0xAC00 && each <= 0xD7A3
            || each >= 0xF900 && each <= 0xFAFF
            || each >= 0xFE30 && each <= 0xFE6F
            || each >= 0xFF00 && each <= 0xFF60
            || each >= 0x1F300 && each <= 0x1FAFF
            || each >= 0x20000 && each <= 0x3FFFD;
    return wide ? 2 : 1;
  }

  /// Shortened to `columns`, with an ellipsis where something was cut.
  static String fit(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int each : text.codePoints().toArray()) {
      used += width(each);
      if (used > columns - 1) {
        break;
      }
      kept.appendCodePoint(each);
    }
    return kept.append('…').toString();
  }

  /// Padded on the right to `columns`.
  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /// Padded on the left to `columns`.
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /// Broken between words into lines of at most `columns`; line breaks in the text stay. What is
  /// one word and too long for a line is broken after a `|` where it has one, and anywhere else if
  /// not.
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrapOne(paragraph, columns, lines);
    }
    return lines;
  }

  private static void wrapOne(String paragraph, int columns, List<String> lines) {
    String body = paragraph.stripLeading();
    int margin = Math.min(paragraph.length() - body.length(), columns / 2);
    String hang = " ".repeat(margin + (body.startsWith("- ") ? 2 : 0));
    StringBuilder line = new StringBuilder(" ".repeat(margin));
    int fresh = line.length();
    for (String word : body.strip().split(" +")) {
      String rest = word;
      if (line.length() > fresh && width(line.toString()) + 1 + width(rest) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(hang);
        fresh = hang.length();
      }
      if (line.length() > fresh) {
        line.append(' ');
      }
      while (width(rest) > columns - width(line.toString())) {
        int cut = cut(rest, columns - width(line.toString()));
        lines.add(line + rest.substring(0, cut));
        rest = rest.substring(cut);
        line = new StringBuilder(hang);
        fresh = hang.length();
      }
      line.append(rest);
    }
    lines.add(line.toString().stripTrailing());
  }

  /// A list of choices, `eu|us|ap`, can be read on the next line after each of them.
  private static int cut(String word, int columns) {
    int fitting = fitting(word, columns);
    int choice = word.lastIndexOf('|', fitting - 1);
    return choice < 0 ? fitting : choice + 1;
  }

  /// How many chars of `text` fit into `columns`, at least one code point.
  private static int fitting(String text, int columns) {
    int used = 0;
    int index = 0;
    while (index < text.length()) {
      int each = text.codePointAt(index);
      used += width(each);
      if (used > columns && index > 0) {
        return index;
      }
      index += Character.charCount(each);
    }
    return index;
  }
}
