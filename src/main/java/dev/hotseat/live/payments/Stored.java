package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import java.time.Instant;
import java.util.Map;

/// A reply as it is kept under a key: sent again, it is the same to the byte.
record Stored(int status, String body) {
  private static final String REASON = "\"why\":\"";

  /// The payment or refund as its client sees it; the same whoever finished it.
  static Stored settled(PaymentRow payment) {
    return new Stored(201, described(payment));
  }

  /// The provider said no; nobody needs to ask again.
  static Stored declined(PaymentRow payment) {
    return problem(402, "card-declined", "The provider declined", payment);
  }

  /// The provider surely did nothing.
  static Stored providerDown(PaymentRow payment) {
    return problem(503, "provider-down", "The provider cannot be reached", payment);
  }

  /// The provider was silent, and silence was taken for failure.
  static Stored assumedFailed(PaymentRow payment) {
    return problem(504, "provider-timeout", "The provider did not answer: not paid", payment);
  }

  /// @param replayed whether this is not the first time that the reply is sent
  Reply reply(boolean replayed) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    Map<String, String> headers =
        replayed
            ? Map.of("Content-Type", type, "Idempotent-Replayed", "true")
            : Map.of("Content-Type", type);
    return status < 400
        ? new Reply(status, headers, body, null)
        : new Reply(status, headers, body, new Why(reason(), "provider", detail()));
  }

  /// JSON of a payment; nothing in it needs escaping, names are checked when they come in.
  static String described(PaymentRow payment) {
    Intent intent = payment.intent();
    return "{\"id\":\""
        + payment.name()
        + (intent.refund() ? "\",\"payment\":\"" + PaymentId.text(false, intent.refundOf()) : "")
        + "\",\"status\":\""
        + payment.status()
        + "\",\"amount\":"
        + intent.amount()
        + ",\"currency\":\""
        + intent.currency()
        + "\",\"customer\":\""
        + intent.customer()
        + (intent.order().isEmpty() ? "" : "\",\"order\":\"" + intent.order())
        + (payment.charge().isEmpty()
            ? ""
            : "\",\"provider\":\"" + payment.provider() + "\",\"charge\":\"" + payment.charge())
        + "\",\"createdAt\":\""
        + Instant.ofEpochMilli(payment.createdMillis())
        + "\"}";
  }

  private static Stored problem(int status, String reason, String detail, PaymentRow payment) {
    return new Stored(
        status,
        "{\"type\":\"/problems#why\",\"title\":\""
            + title(status)
            + "\",\"status\":"
            + status
            + ",\"detail\":\""
            + detail
            + "\","
            + REASON
            + reason
            + "\",\"payment\":\""
            + payment.name()
            + "\"}");
  }

  private static String title(int status) {
    return switch (status) {
      case 402 -> "Payment Required";
      case 503 -> "Service Unavailable";
      default -> "Gateway Timeout";
    };
  }

  private String reason() {
    return between(REASON);
  }

  private String detail() {
    return between("\"detail\":\"");
  }

  private String between(String start) {
    int from = body.indexOf(start) + start.length();
    return body.substring(from, body.indexOf('"', from));
  }
}
