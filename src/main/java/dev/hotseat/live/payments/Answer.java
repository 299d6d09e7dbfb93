package dev.hotseat.live.payments;

/// What came of asking a provider.
sealed interface Answer {
  /// It was done, now or when the same key was sent before.
  record Approved(String charge) implements Answer {}

  /// It was refused, and will be if asked again.
  record Declined() implements Answer {}

  /// No answer in time: it may have been done, or be done yet, or never.
  record Silent() implements Answer {}

  /// The provider could not be reached: surely nothing was done.
  record Unreachable() implements Answer {}
}
