package dev.hotseat.live.payments;

/// A payment or refund as our book has it.
///
/// @param provider who was asked last
/// @param charge the provider's name for it; empty until it is known
/// @param keyHash hash of the key that stands for it; empty where none does
record PaymentRow(
    long id,
    Intent intent,
    String status,
    String provider,
    String charge,
    String keyHash,
    long createdMillis) {
  static final String PENDING = "pending";
  static final String SUCCEEDED = "succeeded";
  static final String FAILED = "failed";

  /// Its name outside.
  String name() {
    return PaymentId.text(intent.refund(), id);
  }

  boolean pending() {
    return status.equals(PENDING);
  }

  boolean succeeded() {
    return status.equals(SUCCEEDED);
  }

  PaymentRow become(String nextStatus, String nextProvider, String nextCharge) {
    return new PaymentRow(id, intent, nextStatus, nextProvider, nextCharge, keyHash, createdMillis);
  }
}
