package dev.hotseat.live.payments;

/// What came of trying to make a request one's own.
sealed interface Claim {
  /// It is: this payment was begun for it.
  record Claimed(PaymentRow payment) implements Claim {}

  /// Its key stands for another request, or an earlier try of this one.
  record Taken(KeyRow row) implements Claim {}

  /// It cannot be begun.
  record Refused(Objection objection) implements Claim {}
}
