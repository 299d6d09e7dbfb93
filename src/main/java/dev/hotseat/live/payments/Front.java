package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Visit;
import java.util.concurrent.atomic.AtomicLong;

/// Where clients' requests come in: each gets the name of what its client wants, and a witness.
///
/// The name is what a gateway's correlation id is in life. The design never looks at it; it only
/// passes it on, to the provider and into its own book, so that afterwards anybody can tell which
/// charge was for what.
final class Front {
  /// Header in which a client of ours says what it wants once, whatever it sends.
  static final String WISH = "x-wish";

  private final Edge edge;
  private final Processing processing;
  private final Witness witness;
  private final AtomicLong nameless = new AtomicLong();

  Front(Edge edge, Processing processing, Witness witness) {
    this.edge = edge;
    this.processing = processing;
    this.witness = witness;
  }

  /// Serves a payment or a refund.
  Reply pay(Visit visit, Choices choices) throws InterruptedException {
    Call call = visit.call();
    PaymentRequest request =
        call.path().equals("/refunds")
            ? PaymentRequest.refund(call.body())
            : PaymentRequest.payment(call.body());
    String wish = wish(call, request);
    Witness.Heard heard = witness.asked(call, request, wish);
    try {
      Reply reply =
          edge.fromClient(
              visit, choices, api -> processing.serve(visit, api, choices, request, wish));
      heard.reply(reply);
      return reply;
    } catch (HopFailure failure) {
      heard.failure(failure);
      throw failure;
    }
  }

  /*
   * Who does not say is taken at its word as far as possible: the same order, or the same key with
   * the same body, is the same wish; without either, each request is one of its own.
   */
  private String wish(Call call, PaymentRequest request) {
    String given = call.header(WISH, "");
    if (!given.isEmpty() && given.length() <= 64) {
      return given;
    }
    String tenant = call.header("x-tenant", "acme");
    if (request instanceof PaymentRequest.Wanted wanted) {
      if (!wanted.order().isEmpty()) {
        return tenant + "/" + wanted.order();
      }
      if (KeyHeader.read(call.header("idempotency-key", KeyHeader.ABSENT))
          instanceof KeyHeader.Given(String hash)) {
        return tenant + "/" + hash.substring(0, 16) + "/" + wanted.amount() + wanted.currency();
      }
    }
    return "request-" + nameless.incrementAndGet();
  }
}
