package dev.hotseat.phrase;

import dev.hotseat.phrase.Quantity.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/// Reads quantities out of prose: "about 3.2 TB", "10k/s", "1,000,000 links", "two hundred ms", "5
/// years", "95 %", "10^6".
public final class Quantities {
  private Quantities() {}

  /// All quantities in `text`, in order. Digits inside a word (`p99`, `base62`) are none.
  public static List<Quantity> in(String text) {
    List<Quantity> found = new ArrayList<>();
    Matcher number = Numerals.NUMBER.matcher(text);
    for (int at = 0; number.find(at); ) {
      Quantity quantity = new QuantityReader(text, number).quantity();
      found.add(quantity);
      at = Math.max(quantity.end(), number.end());
    }
    return List.copyOf(found);
  }

  /// The quantity of `value` in `unit` (`TB`, `req/s`, `per day`, `%`, or empty for a count), if
  /// that is a unit.
  public static Optional<Quantity> of(double value, String unit) {
    String written = unit.strip();
    if (written.isEmpty()) {
      return Optional.of(new Quantity(value, Dimension.COUNT, "", 0, 0));
    }
    String text = "1 " + written;
    List<Quantity> read = in(text);
    return read.size() == 1 && read.getFirst().end() == text.length()
        ? Optional.of(scaled(read.getFirst(), value))
        : Optional.empty();
  }

  /// Whether [#of] would know this unit.
  public static boolean isUnit(String unit) {
    return of(1, unit).isPresent();
  }

  private static Quantity scaled(Quantity one, double by) {
    return new Quantity(one.value() * by, one.dimension(), one.of(), 0, 0);
  }
}
