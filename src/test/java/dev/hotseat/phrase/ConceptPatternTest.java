package dev.hotseat.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.phrase.ConceptPattern.Part;
import dev.hotseat.phrase.ConceptPattern.Part.AnyOf;
import dev.hotseat.phrase.ConceptPattern.Part.Quoted;
import dev.hotseat.phrase.ConceptPattern.Part.Together;
import dev.hotseat.phrase.ConceptPattern.Part.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptPatternTest {
  @Test
  void readsPlainWordsAsTogether() {
    assertThat(root("cache hot key")).isEqualTo(together(word("cache"), word("hot"), word("key")));
  }

  @Test
  void readsQuotedWordsInOrder() {
    assertThat(root("\"unique index\" alias"))
        .isEqualTo(
            together(
                new Quoted(List.of(new Word("unique", false), new Word("index", false))),
                word("alias")));
  }

  @Test
  void readsAlternativesOfSeveralWords() {
    assertThat(root("(nearest replica | local read) lag"))
        .isEqualTo(
            together(
                new AnyOf(
                    List.of(
                        together(word("nearest"), word("replica")),
                        together(word("local"), word("read")))),
                word("lag")));
  }

  @Test
  void readsAPrefix() {
    assertThat(root("enumera*")).isEqualTo(new Word("enumera", true));
  }

  @Test
  void leavesArticlesOut() {
    assertThat(root("the hot key")).isEqualTo(together(word("hot"), word("key")));
  }

  @Test
  void keepsAnArticleThatIsAnAlternative() {
    assertThat(root("seconds (a | per) day"))
        .isEqualTo(
            together(word("seconds"), new AnyOf(List.of(word("a"), word("per"))), word("day")));
  }

  @Test
  void keepsHyphensDotsAndSlashesInsideAWord() {
    assertThat(root("read-after-write p99.9 301/302"))
        .isEqualTo(together(word("read-after-write"), word("p99.9"), word("301/302")));
  }

  @Test
  void takesAWindowAtTheEnd() {
    assertThat(ConceptPattern.of("cache ttl ~15").window()).isEqualTo(15);
    assertThat(ConceptPattern.of("cache ttl").window()).isEqualTo(ConceptPattern.WINDOW_USUAL);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``,                       1, a word is missing",
        "`   `,                    4, a word is missing",
        "the,                      1, 'the' says nothing by itself",
        "cache \"hot key,          7, this quotation mark is never closed",
        "cache \"\" key,           7, nothing is quoted here",
        "(hash | random,           1, this parenthesis is never closed",
        "hash) key,                5, this parenthesis closes nothing",
        "hash | random,            6, alternatives stand in parentheses",
        "(hash | ) key,            9, no word before this",
        "(| hash) key,             2, no word before this",
        "* cache,                  1, * stands at the end of a word",
        "c*,                       1, 'c*' would hear far too much",
        "cache*d,                  7, `* stands at the end of a word, once`",
        "cache OR queue,           7, OR is not an operator here",
        "cache NOT queue,          7, NOT is not an operator here",
        "cache ~99,                7, ~ gives the number of words a match may span",
        "cache ~,                  7, ~ gives the number of words a match may span",
        "cache ~5 hot,            10, nothing may follow ~5",
        "(cache ~5) hot,           8, `a window is given once, for the whole pattern`",
        "cache -hot,               7, '-' cannot begin a word",
        "((((a1 | b1)))),          4, parentheses are nested too deep",
        "cache \"(hot)\",          8, '(' cannot stand between quotation marks",
      })
  void saysWhereAPatternIsWrong(String source, int column, String message) {
    assertThat(ConceptPattern.check(source))
        .hasValueSatisfying(error -> {
          assertThat(error.message()).isEqualTo(message);
          assertThat(error.column()).isEqualTo(column);
          assertThat(error.expected()).isNotBlank();
        });
  }

  @Test
  void refusesAnEndlessPattern() {
    assertThat(ConceptPattern.check("cache ".repeat(60))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p99", "C++", "95%", "(301 | 302) cached", "don't cache", "\"CAP\""})
  void acceptsWhatAuthorsWrite(String source) {
    assertThat(ConceptPattern.check(source)).isEmpty();
  }

  private static Part root(String source) {
    return ConceptPattern.of(source).root();
  }

  private static Part word(String text) {
    return new Word(text, false);
  }

  private static Part together(Part... parts) {
    return new Together(List.of(parts));
  }
}
