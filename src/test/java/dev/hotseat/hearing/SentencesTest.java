package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of sentences: one line each, so that what is heard wrongly is named.
class SentencesTest {
  private static final Ear EAR = Ear.of(Heardable.CONCEPTS, List.of());

  @AfterAll
  static void close() {
    EAR.close();
  }

  @ParameterizedTest(name = "{0} : {1}")
  @MethodSource("sentences")
  void hears(String expected, String sentence) {
    Heard heard = EAR.hear(sentence, "");

    assertThat(shown(heard)).as(sentence).isEqualTo(set(expected));
  }

  @Test
  void knowsAtLeastEightySentences() {
    assertThat(sentences()).hasSizeGreaterThan(120);
  }

  private static Set<String> shown(Heard heard) {
    return heard.mentions().stream()
        .map(SentencesTest::shown)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String shown(Mention mention) {
    String sign =
        switch (mention.stance()) {
          case AFFIRMED -> mention.listed() ? "#" : "+";
          case NEGATED -> "-";
          case QUESTIONED -> "?";
        };
    boolean reasoned = sign.equals("+") && mention.reasoned();
    return sign + mention.concept() + (reasoned ? "!" : "");
  }

  private static Set<String> set(String expected) {
    return expected.equals("nothing") ? Set.of() : new TreeSet<>(List.of(expected.split(",")));
  }

  static List<Arguments> sentences() {
    List<Arguments> rows = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      StringBuilder row = new StringBuilder(lines.get(i));
      while (i + 1 < lines.size() && lines.get(i + 1).startsWith(" ")) {
        row.append('\n').append(lines.get(++i).substring(1));
      }
      if (!row.isEmpty() && row.charAt(0) != '#' || row.toString().matches("(?s)#[a-z-]+[,:].*")) {
        String[] parts = row.toString().split(":", 2);
        rows.add(Arguments.of(parts[0].strip(), parts[1].strip()));
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try (InputStream table = SentencesTest.class.getResourceAsStream("/hearing/sentences.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
