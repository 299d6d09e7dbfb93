package dev.hotseat.live.migration;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A name in two parts.
///
/// @param given empty for those who have one name only
record FullName(String given, String family) {
  /// Words that begin a family name.
  static final Set<String> PARTICLES =
      Set.of(
          "af", "al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos",
          "du", "la", "le", "ten", "ter", "van", "von", "zu");

  /*
   * Nobody can split every name right. The family name is what stands after the last blank, unless a
   * particle before it says that it begins earlier: "Ana Maria dos Santos" is a dos Santos. A comma
   * says outright which part comes first. Every name of more or fewer than two words leaves a note.
   */
  static FullName of(String typed, List<Note> notes) {
    String name = typed.strip();
    int blank = name.indexOf(' ');
    if (blank > 0 && name.indexOf(' ', blank + 1) < 0 && name.indexOf(',') < 0) {
      return new FullName(name.substring(0, blank), name.substring(blank + 1));
    }
    return name.isEmpty() ? new FullName("", "") : unusual(typed, name, notes);
  }

  private static FullName unusual(String typed, String name, List<Note> notes) {
    int comma = name.indexOf(',');
    if (comma > 0 && comma < name.length() - 1) {
      return noted(
          "name-with-comma",
          typed,
          new FullName(name.substring(comma + 1).strip(), name.substring(0, comma).strip()),
          notes);
    }
    String[] words = name.split("\\s+");
    if (words.length == 1) {
      return noted("name-of-one-word", typed, new FullName("", words[0]), notes);
    }
    int cut = familyBegins(words);
    return noted(
        words.length == 2 ? "name-with-blanks" : "name-of-many-words",
        typed,
        new FullName(joined(words, 0, cut), joined(words, cut, words.length)),
        notes);
  }

  private static int familyBegins(String[] words) {
    for (int i = 1; i < words.length - 1; i++) {
      if (PARTICLES.contains(words[i].toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return words.length - 1;
  }

  private static String joined(String[] words, int from, int to) {
    return String.join(" ", List.of(words).subList(from, to));
  }

  private static FullName noted(String rule, String was, FullName name, List<Note> notes) {
    notes.add(new Note(rule, was, name.given() + " | " + name.family()));
    return name;
  }

  boolean isBlank() {
    return family.isBlank();
  }

  /// In one piece, as people write it.
  String written() {
    return given.isEmpty() ? family : given + " " + family;
  }
}
