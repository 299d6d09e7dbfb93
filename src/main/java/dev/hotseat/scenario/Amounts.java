package dev.hotseat.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers and times as authors write them.
final class Amounts {
  static final Pattern SPAN = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,3})?)(ms|s|m|h)");

  private Amounts() {}

  /// The finite number that `scalar` is.
  static OptionalDouble number(Node.Scalar scalar) {
    if (!scalar.isNumber() || scalar.text().length() > 40 || scalar.text().contains("n")) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(scalar.text());
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /// The time that `text` says, such as `500ms`, `20s`, `1.5m`.
  static Optional<Duration> span(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double millis =
        Double.parseDouble(matcher.group(1))
            * switch (matcher.group(2)) {
              case "ms" -> 1;
              case "s" -> 1_000;
              case "m" -> 60_000;
              default -> 3_600_000;
            };
    return Optional.of(Duration.ofNanos(Math.round(millis * 1e6)));
  }
}
