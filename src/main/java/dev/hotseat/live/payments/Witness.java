package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.history.History;
import dev.hotseat.history.Pending;
import dev.hotseat.live.HopFailure;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// What clients asked and what they were told, kept beside the system and never read by it.
final class Witness {
  /*
   * What these say is meant as the last word: it was not done and will not be. Everything else that
   * is no success leaves the client not knowing.
   */
  private static final Set<String> DEFINITE =
      Set.of("provider-down", "provider-timeout", "no-api", "process-down");

  private static final String NAMED = "\"payment\":\"";

  private final History history;
  private final Map<Long, String> paidFor = new ConcurrentHashMap<>();
  private final Set<Long> denied = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Long> toldPaid = new ConcurrentLinkedQueue<>();
  private final LongAdder wrongReplays = new LongAdder();

  Witness(int historyMax) {
    this.history = new History(historyMax);
  }

  /// A client asks.
  Heard asked(Call call, PaymentRequest request, String wish) {
    long amount = request instanceof PaymentRequest.Wanted wanted ? wanted.amount() : 0;
    boolean refund = call.path().equals("/refunds");
    String client = call.header("x-phone", "caller");
    return new Heard(history.invoke(client, refund ? "refund" : "charge", wish, amount), wish);
  }

  History history() {
    return history;
  }

  /// Replies that named a payment made for another wish.
  long wrongReplays() {
    return wrongReplays.sum();
  }

  /// Payments whose client was told "paid", since this was asked last.
  ConcurrentLinkedQueue<Long> toldPaid() {
    return toldPaid;
  }

  /// Payments whose client was told "not paid".
  Set<Long> denied() {
    return denied;
  }

  /// One request's end.
  final class Heard {
    private final Pending pending;
    private final String wish;

    private Heard(Pending pending, String wish) {
      this.pending = pending;
      this.wish = wish;
    }

    void reply(Reply reply) {
      String reason = reply.why().map(Why::reason).orElse("");
      if (reply.status() == 201) {
        paid(reply);
      } else if (reply.status() == 202) {
        pending.unknown("pending");
      } else if (reply.status() < 500 || DEFINITE.contains(reason)) {
        pending.fail(reply.status() + " " + reason);
        denied(reply.body());
      } else {
        pending.unknown(reason);
      }
    }

    void failure(HopFailure failure) {
      String reason = failure.why().reason();
      if (DEFINITE.contains(reason)) {
        pending.fail(failure.status() + " " + reason);
      } else {
        pending.unknown(reason);
      }
    }

    private void paid(Reply reply) {
      String body = reply.body();
      int from = body.indexOf("\"id\":\"") + 6;
      String name = body.substring(from, body.indexOf('"', from));
      pending.ok(name, body);
      long payment = PaymentId.number(name);
      String first = paidFor.putIfAbsent(payment, wish);
      if (first == null) {
        toldPaid.add(payment);
      } else if (!first.equals(wish)) {
        wrongReplays.increment();
      }
    }

    /// A refusal that names a payment says of it that it was not made.
    private void denied(String body) {
      int from = body.indexOf(NAMED);
      if (from >= 0) {
        int begin = from + NAMED.length();
        denied.add(PaymentId.number(body.substring(begin, body.indexOf('"', begin))));
      }
    }
  }
}
