package dev.hotseat.live.payments;

/// One line of a provider's book.
///
/// @param id such as `ch-17`, or `b-17` at the second provider
/// @param refundOf the charge it gives back from; empty for a charge
record Charge(
    String id,
    String kind,
    String merchantKey,
    String reference,
    String wish,
    String customer,
    long amount,
    String currency,
    String refundOf,
    boolean approved,
    long atMillis) {

  Answer answer() {
    return approved ? new Answer.Approved(id) : new Answer.Declined();
  }
}
