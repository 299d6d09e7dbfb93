package dev.hotseat.hearing;

import dev.hotseat.phrase.ConceptPattern;
import dev.hotseat.phrase.ConceptPattern.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/// Turns a pattern into a query over positions: near, in order, or either.
final class PatternQueries {
  /// Ends the term that stands for a prefix, beside the stem of each word that begins so.
  static final String PREFIX_END = "*";

  private static final int QUOTED_GAPS_MAX = 2;
  private final Lexicon lexicon;
  private final Set<String> prefixes = new HashSet<>();

  PatternQueries(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The beginnings of words that any pattern so far asks for.
  Set<String> prefixes() {
    return Set.copyOf(prefixes);
  }

  IntervalsSource query(ConceptPattern pattern) {
    return source(pattern.root(), pattern.window());
  }

  private IntervalsSource source(Part part, int window) {
    return switch (part) {
      case Part.Word word -> near(List.of(word), window);
      case Part.Quoted(var words) -> quoted(words);
      case Part.AnyOf(var choices) ->
          either(choices.stream().map(choice -> source(choice, window)).toList());
      case Part.Together(var parts) -> near(parts, window);
    };
  }

  /// All of `parts` in any order; words that stand side by side may be one entry of the lexicon.
  private IntervalsSource near(List<Part> parts, int window) {
    List<IntervalsSource> sources = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Word(String text, boolean open) && !open && isSingle(text)) {
        run.addAll(stems(text));
        continue;
      }
      sources.addAll(words(run));
      run.clear();
      sources.add(part instanceof Part.Word word ? compound(word) : source(part, window));
    }
    sources.addAll(words(run));
    if (sources.size() == 1) {
      return sources.getFirst();
    }
    int width = Math.max(window, sources.size() + 2);
    return Intervals.maxwidth(width, Intervals.unordered(sources.toArray(IntervalsSource[]::new)));
  }

  private IntervalsSource quoted(List<Part.Word> words) {
    List<IntervalsSource> sources = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (Part.Word word : words) {
      if (!word.open() && isSingle(word.text())) {
        run.addAll(stems(word.text()));
      } else {
        sources.addAll(words(run));
        run.clear();
        sources.add(compound(word));
      }
    }
    sources.addAll(words(run));
    return sources.size() == 1 ? sources.getFirst() : inOrder(sources, QUOTED_GAPS_MAX);
  }

  private List<IntervalsSource> words(List<String> stems) {
    List<IntervalsSource> sources = new ArrayList<>();
    for (int i = 0; i < stems.size(); ) {
      int length = lexicon.longestEntry(stems, i);
      sources.add(variants(List.copyOf(stems.subList(i, i + length))));
      i += length;
    }
    return sources;
  }

  private IntervalsSource variants(List<String> stems) {
    return either(lexicon.variants(stems).stream().map(PatternQueries::phrase).toList());
  }

  /// A word that is several (`read-after-write`), or only the beginning of one (`rout*`); of a
  /// whole word that is given as a beginning every form is meant, so `write*` hears "writing".
  private IntervalsSource compound(Part.Word word) {
    List<Token> tokens = Tokens.of(word.text());
    List<String> stems = tokens.stream().map(Token::stem).toList();
    if (!word.open()) {
      return variants(stems);
    }
    List<IntervalsSource> sources = new ArrayList<>();
    stems.subList(0, stems.size() - 1).forEach(stem -> sources.add(Intervals.term(stem)));
    String beginning = tokens.getLast().word();
    prefixes.add(beginning);
    sources.add(
        either(
            List.of(
                Intervals.term(beginning + PREFIX_END), Intervals.term(tokens.getLast().stem()))));
    return sources.size() == 1 ? sources.getFirst() : inOrder(sources, 0);
  }

  private static IntervalsSource phrase(List<String> stems) {
    return stems.size() == 1
        ? Intervals.term(stems.getFirst())
        : inOrder(stems.stream().map(Intervals::term).toList(), 1);
  }

  private static IntervalsSource inOrder(List<IntervalsSource> sources, int gapsMax) {
    return Intervals.maxgaps(gapsMax, Intervals.ordered(sources.toArray(IntervalsSource[]::new)));
  }

  private static IntervalsSource either(List<IntervalsSource> sources) {
    return sources.size() == 1
        ? sources.getFirst()
        : Intervals.or(false, sources.toArray(IntervalsSource[]::new));
  }

  private static boolean isSingle(String text) {
    return Tokens.of(text).size() == 1;
  }

  private static List<String> stems(String text) {
    return Tokens.of(text).stream().map(Token::stem).toList();
  }
}
