package dev.hotseat.live.payments;

/// What is known of a payment once the providers were asked.
///
/// @param payment the payment, with the provider that was asked last
record Ending(PaymentRow payment, Answer answer) {}
