package dev.hotseat.scenario;

import java.util.OptionalDouble;

/// A compiled number over [Facts].
public interface Expression {
  /// The text as written in the file.
  String source();

  /// The number; empty when something it needs was not measured.
  OptionalDouble over(Facts facts);
}
