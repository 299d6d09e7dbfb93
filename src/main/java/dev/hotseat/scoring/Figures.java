package dev.hotseat.scoring;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers for reading.
final class Figures {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Figures() {}

  /// Three digits are what a person compares.
  static String text(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(THREE_DIGITS).stripTrailingZeros().toPlainString()
        : "n/a";
  }
}
