package dev.hotseat.live.limiter;

import java.util.concurrent.TimeUnit;

/// The quotas of all plans, and the one of everybody together.
record Quotas(Quota free, Quota paid, Quota everybody) {
  /// What the tables file everybody under when there is one limit for all.
  static final String EVERYBODY = "*";

  static Quotas of(Choices choices) {
    return new Quotas(
        quota(choices, "free", choices.freeLimit(), choices.freeWindow().toNanos()),
        quota(choices, "paid", Plan.PAID_PER_SECOND, TimeUnit.SECONDS.toNanos(1)),
        quota(choices, "everybody", choices.globalRate(), TimeUnit.SECONDS.toNanos(1)));
  }

  private static Quota quota(Choices choices, String policy, long limit, long windowNanos) {
    long burst = Math.max(1, limit * choices.burstPercent() / 100);
    return Quota.of(policy, limit, windowNanos, burst, choices.queueTime().toNanos());
  }

  /// The quota for what a table files under a name: an API key, alone or with a route, or
  /// everybody.
  Quota of(String filed) {
    return switch (filed.charAt(0)) {
      case 'f' -> free;
      case 'p' -> paid;
      default -> everybody;
    };
  }

  /// The part of one among so many.
  Quotas share(int among) {
    return new Quotas(free.share(among), paid.share(among), everybody.share(among));
  }
}
