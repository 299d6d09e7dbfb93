package dev.hotseat.live.payments;

import dev.hotseat.exchange.Call;

/// What a call is about, read from its path alone.
///
/// @param operation name in the design, empty for a path that leads nowhere
/// @param subject the payment, day, run, exception or phone it is about; empty where there is none
/// @param method the only method that the path understands
record Route(String operation, String subject, String method) {
  private static final Route NOWHERE = new Route("", "", "");
  private static final Route PAY = new Route("pay", "", "POST");
  private static final Route WEBHOOK = new Route("webhook", "", "POST");

  static Route of(Call call) {
    return switch (call.path()) {
      case "/payments" -> PAY;
      case "/webhooks/psp" -> WEBHOOK;
      case "/refunds" -> new Route("refund", "", "POST");
      case "/ledger" -> new Route("ledger", "", "GET");
      case "/psp/charges" -> new Route("charges", "", "GET");
      case "/reconciliations" -> new Route("reconcile", "", "POST");
      case "/exceptions" -> new Route("exceptions", "", "GET");
      case "/audit" -> new Route("audit", "", "GET");
      default -> about(call.path());
    };
  }

  boolean allows(String asked) {
    return method.equals(asked);
  }

  private static Route about(String path) {
    Route found = about(path, "/payments/", "", "payment", "GET");
    found = found == NOWHERE ? about(path, "/refunds/", "", "payment", "GET") : found;
    found = found == NOWHERE ? about(path, "/psp/settlements/", "", "settle", "GET") : found;
    found =
        found == NOWHERE ? about(path, "/reconciliations/", "", "reconciliation", "GET") : found;
    found =
        found == NOWHERE ? about(path, "/exceptions/", "/resolution", "resolve", "POST") : found;
    return found == NOWHERE ? about(path, "/phones/", "/purchases", "purchase", "POST") : found;
  }

  private static Route about(
      String path, String before, String after, String operation, String method) {
    boolean fits =
        path.startsWith(before)
            && path.endsWith(after)
            && path.length() > before.length() + after.length();
    String subject = fits ? path.substring(before.length(), path.length() - after.length()) : "";
    return fits && subject.indexOf('/') < 0 ? new Route(operation, subject, method) : NOWHERE;
  }
}
