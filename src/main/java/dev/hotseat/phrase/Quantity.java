package dev.hotseat.phrase;

/// A number somebody wrote, in the base unit of its dimension.
///
/// @param value in seconds, bytes, per second …, as the dimension says; a share is 0 to 1
/// @param of what is counted or measured, where that is said (`links`, `link` in "per link"), or
///   empty
/// @param start offset of its first character in the text it was found in
/// @param end offset after its last character
public record Quantity(double value, Dimension dimension, String of, int start, int end) {
  /// What kind of thing is measured, with its base unit.
  public enum Dimension {
    COUNT(""),
    TIME("seconds"),
    BYTES("bytes"),
    RATE("per second"),
    BANDWIDTH("bytes per second"),
    SHARE("of 1"),
    FACTOR("times");

    private final String unit;

    Dimension(String unit) {
      this.unit = unit;
    }

    public String unit() {
      return unit;
    }
  }

  /// Whether it says more than a bare small number or a status code would: it has a unit, names
  /// what it counts, or is a large round count.
  public boolean isTelling() {
    return dimension != Dimension.COUNT || !of.isEmpty() || value >= 1_000;
  }
}
