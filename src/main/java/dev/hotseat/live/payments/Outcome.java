package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import java.util.Map;

/// What a request came to.
///
/// @param reply what the client hears
/// @param settled whether that is the last word
record Outcome(Stored reply, boolean settled) {
  static Outcome of(Stored reply) {
    return new Outcome(reply, true);
  }

  /// The provider has not said, so neither can we.
  static Outcome pending(PaymentRow payment) {
    return new Outcome(new Stored(202, Stored.described(payment)), false);
  }

  Reply toClient() {
    return settled
        ? reply.reply(false)
        : new Reply(
            202,
            Map.of("Content-Type", "application/json", "Retry-After", "1"),
            reply.body(),
            null);
  }
}
