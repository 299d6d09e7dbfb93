package dev.hotseat.phrase;

import dev.hotseat.phrase.Quantity.Dimension;
import dev.hotseat.phrase.Units.Unit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what follows a number: its unit, what is counted, and per what.
final class QuantityReader {
  private static final Pattern UNIT = Pattern.compile("[\\s-]?(%|×|[A-Za-zµμ]++)");
  private static final Pattern NOUNS = Pattern.compile("\\s?+([A-Za-z]++(?:[ -][A-Za-z]++)?+)");
  private static final Pattern NOUN = Pattern.compile("\\s?+([A-Za-z]++)");
  private static final Pattern PER =
      Pattern.compile("\\s?+(?:/|(?i:\\s?per|\\s?an?|\\s?each|\\s?every)\\s)\\s?+([A-Za-zµμ]++)");
  private static final Pattern RATIO = Pattern.compile("\\s?:\\s?(\\d++(?:\\.\\d++)?)(?![\\d:])");

  /// What may be counted without our asking what it is.
  private static final Set<String> COUNTED =
      Set.of(
          "characters",
          "chars",
          "character",
          "char",
          "digits",
          "codes",
          "links",
          "nodes",
          "node",
          "replicas",
          "keys",
          "entries",
          "rows",
          "requests",
          "clients",
          "clicks",
          "writes",
          "reads",
          "redirects",
          "creations",
          "users",
          "regions",
          "connections",
          "retries",
          "attempts",
          "shards",
          "letters",
          "symbols",
          "collisions",
          "urls",
          "records",
          "calls",
          "copies");

  private final String text;
  private final int start;
  private final double value;
  private int end;

  QuantityReader(String text, Matcher number) {
    this.text = text;
    this.start = number.start();
    this.end = number.end();
    this.value = Numerals.value(number);
  }

  Quantity quantity() {
    Optional<Matcher> ratio = next(RATIO, end);
    if (ratio.isPresent()) {
      double other = Double.parseDouble(ratio.get().group(1));
      end = ratio.get().end();
      return found(other == 0 ? value : value / other, Dimension.FACTOR, "");
    }
    Optional<Matcher> unit = next(UNIT, end);
    Optional<Unit> known = unit.flatMap(match -> Units.of(match.group(1)));
    if (known.isPresent()) {
      end = unit.get().end();
      return measured(known.get());
    }
    return counted();
  }

  private Quantity measured(Unit unit) {
    double size = value * unit.factor();
    Optional<Matcher> per = next(PER, end);
    if (per.isEmpty()) {
      return found(size, unit.dimension(), "");
    }
    Optional<Double> seconds = Units.seconds(per.get().group(1));
    if (unit.dimension() == Dimension.BYTES && seconds.isPresent()) {
      end = per.get().end();
      return found(size / seconds.get(), Dimension.BANDWIDTH, "");
    }
    boolean each = seconds.isEmpty() && unit.dimension() == Dimension.BYTES;
    return found(size, unit.dimension(), each ? per.get().group(1) : "");
  }

  private Quantity counted() {
    Optional<Quantity> rate = rate(end, "");
    for (Pattern nouns : new Pattern[] {NOUN, NOUNS}) {
      if (rate.isEmpty()) {
        rate = next(nouns, end).flatMap(noun -> rate(noun.end(), noun.group(1)));
      }
    }
    return rate.orElseGet(this::plain);
  }

  private Optional<Quantity> rate(int from, String of) {
    return next(PER, from)
        .flatMap(per ->
            Units.seconds(per.group(1))
                .map(seconds -> {
                  end = per.end();
                  return found(value / seconds, Dimension.RATE, of);
                }));
  }

  private Quantity plain() {
    Optional<Matcher> noun = next(NOUN, end).filter(match -> COUNTED.contains(match.group(1)));
    noun.ifPresent(match -> end = match.end());
    return found(value, Dimension.COUNT, noun.map(match -> match.group(1)).orElse(""));
  }

  private Quantity found(double size, Dimension dimension, String of) {
    return new Quantity(size, dimension, of, start, end);
  }

  private Optional<Matcher> next(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
  }
}
