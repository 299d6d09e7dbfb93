package dev.hotseat.live.payments;

/// What a provider is asked to do.
///
/// @param merchantKey the provider's own idempotency key; empty where we send none
/// @param reference our name for it, which the provider keeps and shows
/// @param wish the edge's name for what the client wants, passed on as metadata
/// @param refundOf the provider's name of the charge to give back from; empty for a charge
record Errand(
    String merchantKey,
    String reference,
    String wish,
    String customer,
    long amount,
    String currency,
    String refundOf) {

  static Errand of(PaymentRow payment, String chargeToRefund, boolean withKey) {
    Intent intent = payment.intent();
    return new Errand(
        withKey ? payment.name() : "",
        payment.name(),
        intent.wish(),
        intent.customer(),
        intent.amount(),
        intent.currency(),
        chargeToRefund);
  }

  String kind() {
    return refundOf.isEmpty() ? "charge" : "refund";
  }
}
