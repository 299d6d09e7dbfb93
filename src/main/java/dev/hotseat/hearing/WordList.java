package dev.hotseat.hearing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The word lists that ship with the ear: plain text, one entry a line, `#` for a comment.
final class WordList {
  private WordList() {}

  /// The lines of the list called `name`, comments left out.
  static List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    String path = "/hearing/" + name + ".txt";
    try (InputStream found = WordList.class.getResourceAsStream(path)) {
      if (found == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8));
      reader.lines().map(WordList::withoutComment).filter(s -> !s.isEmpty()).forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return lines;
  }

  /// All words of the list, where lines only group them.
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    lines(name).forEach(line -> words.addAll(List.of(line.split("\\s+"))));
    return Set.copyOf(words);
  }

  /// The same, as stems.
  static Set<String> stems(String name) {
    Set<String> stems = new HashSet<>();
    lines(name).forEach(line -> Tokens.of(line).forEach(token -> stems.add(token.stem())));
    return Set.copyOf(stems);
  }

  /// Each line as a sequence of words, taken apart as an answer would be.
  static List<List<String>> phrases(String name) {
    return lines(name).stream()
        .map(line -> Tokens.of(line).stream().map(Token::word).toList())
        .toList();
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    return (hash < 0 ? line : line.substring(0, hash)).strip();
  }
}
