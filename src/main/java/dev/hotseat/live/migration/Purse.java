package dev.hotseat.live.migration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/// An amount of money that adds up.
///
/// @param minor in the smallest unit of the currency
/// @param currency ISO 4217
record Purse(long minor, String currency) {
  private static final double EXACT_UP_TO = 1e9;

  /*
   * `(long) (credit * 100)` is wrong three times over: 1.15 * 100 is 114.99999999999999, which cuts
   * to 114; a yen has no hundredths and a dinar has thousandths; and 2.675 is not 2.675 in binary.
   * What the customer was shown is the shortest decimal that names this double, so that is what is
   * rounded, half to even; if rounding lost anything there is a note.
   */
  static Purse of(double credit, String currency, List<Note> notes) {
    int digits = digits(currency);
    if (digits == 2 && Math.abs(credit) < EXACT_UP_TO) {
      long rounded = Math.round(credit * 100);
      if (rounded / 100.0 == credit) {
        return new Purse(rounded, currency);
      }
    }
    return rounded(credit, currency, digits, notes);
  }

  private static Purse rounded(double credit, String currency, int digits, List<Note> notes) {
    BigDecimal shown = BigDecimal.valueOf(credit);
    BigDecimal kept = shown.setScale(digits, RoundingMode.HALF_EVEN);
    if (kept.compareTo(shown) != 0) {
      notes.add(
          new Note(
              digits == 2 ? "credit-rounded" : "credit-in-other-units",
              shown.toPlainString(),
              kept.toPlainString() + " " + currency));
    }
    return new Purse(kept.movePointRight(digits).longValueExact(), currency);
  }

  /// Decimals of a currency.
  static int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /// In whole units, as floating point.
  double amount() {
    int digits = digits(currency);
    return BigDecimal.valueOf(minor, digits).doubleValue();
  }
}
