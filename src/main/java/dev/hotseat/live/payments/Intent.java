package dev.hotseat.live.payments;

/// What a well-formed request wants done.
///
/// @param refundOf number of the payment to give back from; zero for a charge
/// @param order what the client calls it; empty where it does not say
/// @param wish the edge's name for what the client wants once, whatever the request is called
/// @param fingerprint of the meaning of the body, whatever its spelling
record Intent(
    String tenant,
    String order,
    String wish,
    String customer,
    long amount,
    String currency,
    long refundOf,
    String fingerprint) {

  static Intent of(PaymentRequest.Wanted wanted, String tenant, String wish) {
    return new Intent(
        tenant,
        wanted.order(),
        wish,
        wanted.customer(),
        wanted.amount(),
        wanted.currency(),
        wanted.refundOf(),
        Hash.of(
            wanted.refundOf()
                + "|"
                + wanted.amount()
                + "|"
                + wanted.currency()
                + "|"
                + wanted.customer()
                + "|"
                + wanted.order()));
  }

  boolean refund() {
    return refundOf != 0;
  }

  String kind() {
    return refund() ? "refund" : "charge";
  }

  /// The same, for what the original payment turned out to be.
  Intent refunding(String customerOfPayment, String currencyOfPayment) {
    return new Intent(
        tenant, order, wish, customerOfPayment, amount, currencyOfPayment, refundOf, fingerprint);
  }
}
