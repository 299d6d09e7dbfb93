package dev.hotseat.hearing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which ways of saying a thing are the same thing: one group a line in `synonyms.txt`, commas
/// between.
final class Lexicon {
  private static final int WORDS_MAX = 4;
  private final Map<List<String>, List<List<String>>> groups = new HashMap<>();

  private Lexicon() {}

  static Lexicon shipped() {
    Lexicon lexicon = new Lexicon();
    WordList.lines("synonyms").forEach(lexicon::group);
    return lexicon;
  }

  private void group(String line) {
    List<List<String>> variants = new ArrayList<>();
    for (String variant : line.split(",")) {
      variants.add(Tokens.of(variant).stream().map(Token::stem).toList());
    }
    for (List<String> variant : variants) {
      groups.merge(variant, List.copyOf(variants), Lexicon::union);
    }
  }

  private static List<List<String>> union(List<List<String>> one, List<List<String>> other) {
    List<List<String>> all = new ArrayList<>(one);
    other.stream().filter(variant -> !all.contains(variant)).forEach(all::add);
    return List.copyOf(all);
  }

  /// All variants of `stems`, itself among them; itself alone when nothing else says the same.
  List<List<String>> variants(List<String> stems) {
    return groups.getOrDefault(stems, List.of(stems));
  }

  /// How many of `stems`, counted from `from`, are one entry; 1 at least.
  int longestEntry(List<String> stems, int from) {
    for (int length = Math.min(WORDS_MAX, stems.size() - from); length > 1; length--) {
      if (groups.containsKey(stems.subList(from, from + length))) {
        return length;
      }
    }
    return 1;
  }
}
