package dev.hotseat.scenario;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Lever;
import java.util.Optional;

/// What values a lever takes, as an author may write them.
final class LeverWords {
  private LeverWords() {}

  /// What the lever would have taken instead of `text`; empty when it takes that, in just that
  /// spelling, which is the one comparisons see.
  static Optional<String> refusal(Lever lever, String text) {
    try {
      String canonical = lever.canonical(text);
      return canonical.equals(text) ? Optional.empty() : Optional.of(canonical);
    } catch (Refusal refusal) {
      return Optional.of(refusal.expected());
    }
  }
}
