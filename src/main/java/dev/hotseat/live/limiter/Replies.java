package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.limiter.Choices.RetryAfter;
import dev.hotseat.world.Chance;
import java.util.HashMap;
import java.util.Map;

/// What the gate says. 429 is about the client, who asked too often; 503 is about us, who cannot
/// now.
final class Replies {
  private static final String PROBLEMS = "https://iana.org/assignments/http-problem-types#";
  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";

  private Replies() {}

  /// The backend's answer, and where the client stands.
  static Reply served(String path, int cost, Quota quota, Answer answer, Choices choices) {
    Map<String, String> headers = standing(quota, answer, choices);
    headers.put("Content-Type", JSON);
    headers.put("X-Cost", Integer.toString(cost));
    return new Reply(200, headers, "{\"served\":\"" + escaped(path) + "\"}", null);
  }

  /// The client asked too often.
  static Reply refused(String node, Quota quota, Answer answer, Choices choices, long jitter) {
    Map<String, String> headers = standing(quota, answer, choices);
    long seconds = Math.max(1, Fields.seconds(answer.comeBackNanos()));
    switch (choices.retryAfter()) {
      case EXACT -> headers.put(Fields.RETRY_AFTER, Long.toString(seconds));
      case JITTERED -> headers.put(Fields.RETRY_AFTER, Long.toString(seconds + jitter));
      case ABSENT -> {
        // the client has to guess
      }
    }
    headers.put("Content-Type", PROBLEM_JSON);
    boolean queue = choices.algorithm() == Algorithm.LEAKY_BUCKET;
    String reason = queue ? "queue-full" : "limit";
    String detail = detail(quota, choices, queue);
    return new Reply(
        429,
        headers,
        problem("quota-exceeded", "Too Many Requests", 429, detail, reason, node, quota.policy()),
        new Why(reason, node, detail));
  }

  /// Jitter in whole seconds, anywhere in one window: who was refused together comes back apart.
  static long jitter(Quota quota, Choices choices, Chance chance) {
    return choices.retryAfter() == RetryAfter.JITTERED
        ? chance.below(Fields.seconds(quota.windowNanos()) + 1)
        : 0;
  }

  /// The client is within its limit, and we cannot.
  static Reply unable(String node, String reason, String detail, Quota quota, Choices choices) {
    Map<String, String> headers = new HashMap<>();
    headers.put(Fields.POLICY, Fields.policy(quota, choices.byCost()));
    headers.put(Fields.RETRY_AFTER, "1");
    headers.put("Content-Type", PROBLEM_JSON);
    return new Reply(
        503,
        headers,
        problem(
            "temporary-reduced-capacity",
            "Service Unavailable",
            503,
            detail,
            reason,
            node,
            quota.policy()),
        new Why(reason, node, detail));
  }

  /// There is no key, or it cannot be one.
  static Reply unknown(String reason, String detail) {
    return new Reply(
        401,
        Map.of("WWW-Authenticate", "ApiKey header=\"X-Api-Key\""),
        "",
        new Why(reason, "X-Api-Key", detail));
  }

  /// Where a key stands, for its owner.
  static Reply limits(String key, String node, Quota quota, Standing standing, Choices choices) {
    String body =
        "{\"key\":\"%s\",\"policy\":\"%s\",\"limit\":%d,\"windowSeconds\":%d,\"unit\":\"%s\",\"remaining\":%d,\"moreInSeconds\":%d,\"seenBy\":\"%s\"}"
            .formatted(
                key,
                quota.policy(),
                quota.limit(),
                Fields.seconds(quota.windowNanos()),
                choices.byCost() ? "cost" : "requests",
                standing.remaining(),
                Fields.seconds(standing.moreNanos()),
                node);
    return Reply.json(200, body);
  }

  private static Map<String, String> standing(Quota quota, Answer answer, Choices choices) {
    Map<String, String> headers = new HashMap<>();
    headers.put(Fields.POLICY, Fields.policy(quota, choices.byCost()));
    if (answer.counted()) {
      headers.put(Fields.LIMIT, Fields.limit(quota, answer));
    }
    return headers;
  }

  private static String detail(Quota quota, Choices choices, boolean queue) {
    String unit = choices.byCost() ? " units of cost" : " requests";
    String allowed =
        quota.limit() + unit + " in " + Fields.seconds(quota.windowNanos()) + " s are allowed";
    return queue ? allowed + ", and the queue for them is full" : allowed;
  }

  private static String problem(
      String type,
      String title,
      int status,
      String detail,
      String why,
      String where,
      String policy) {
    return "{\"type\":\""
        + PROBLEMS
        + type
        + "\",\"title\":\""
        + title
        + "\",\"status\":"
        + status
        + ",\"detail\":\""
        + detail
        + "\",\"why\":\""
        + why
        + "\",\"where\":\""
        + where
        + "\",\"violated-policies\":[\""
        + policy
        + "\"]}";
  }

  private static String escaped(String path) {
    StringBuilder safe = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char each = path.charAt(i);
      if (each < ' ' || each == '"' || each == '\\') {
        safe.append(String.format("\\u%04x", (int) each));
      } else {
        safe.append(each);
      }
    }
    return safe.toString();
  }
}
