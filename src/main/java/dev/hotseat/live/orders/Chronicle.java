package dev.hotseat.live.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// What teams did to the service and around it in the days before: nothing that matters tonight.
final class Chronicle {
  private Chronicle() {}

  static void tell(Releases releases, Config config, InstantSource wall) {
    ours(
        releases,
        Duration.ofHours(51),
        "t.ivanova",
        "Answer 422 for customers that are not there",
        """
        --- a/checkout/PlaceOrder.java
        +++ b/checkout/PlaceOrder.java
        @@ -44,1 +44,1 @@
        -    Customer customer = customers.find(tx, basket.customer());
        +    Customer customer = customers.find(tx, basket.customer()).orElseThrow(NoSuchCustomer::new);
        """);
    neighbours(releases, Duration.ofHours(30), "web-team", "web-shop", "New header on all pages");
    ours(
        releases,
        Duration.ofHours(27),
        "m.okafor",
        "Name the instance in every answer (X-Instance)",
        """
        --- a/http/Answers.java
        +++ b/http/Answers.java
        @@ -12,2 +12,3 @@
             headers.put("Content-Type", "application/json");
        +    headers.put("X-Instance", instance.name());
             return headers;
        """);
    neighbours(releases, Duration.ofHours(9), "pricing-team", "pricing", "Spring price list");
    ours(
        releases,
        Duration.ofHours(5),
        "a.moreau",
        "Log slow checkouts with their trace",
        """
        --- a/checkout/Checkout.java
        +++ b/checkout/Checkout.java
        @@ -60,1 +60,4 @@
        +    if (took.compareTo(SLOW) > 0) {
        +      log.warn("slow checkout", "trace", visit.trace());
        +    }
             return placed;
        """);
    neighbours(releases, Duration.ofMinutes(95), "payments-team", "payments", "Renew certificate");
    neighbours(
        releases, Duration.ofMinutes(41), "web-team", "web-shop", "Fix a typo in the footer");
    Instant now = wall.instant();
    config.recall(
        now.minus(Duration.ofHours(76)), Setting.POOL_SIZE, 16, "d.becker", "a little more room");
    config.recall(
        now.minus(Duration.ofHours(22)),
        Setting.PAYMENTS_TIMEOUT,
        300,
        "r.tanaka",
        "PAY-398: payments promises 200 ms");
  }

  private static void ours(
      Releases releases, Duration ago, String who, String summary, String diff) {
    Deploy _ = releases.ship(ago, who, summary, diff, Set.of());
  }

  private static void neighbours(
      Releases releases, Duration ago, String who, String service, String summary) {
    Deploy _ = releases.neighbour(ago, who, service, summary, "");
  }
}
