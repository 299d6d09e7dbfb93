package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.payments.Choices.ClientRetries;
import dev.hotseat.world.Dice;
import java.util.Optional;

/// How long phones wait before they try again.
final class BackOff {
  private static final int STEPS_MAX = 5;

  private final Draw jitter;
  private final long firstNanos;
  private final long retryAfterNanos;

  /// Phones that are quicker than in life also wait less.
  BackOff(Dice dice, Pace pace) {
    this.jitter = new Draw(dice, "back-off of phones");
    this.firstNanos = pace.phonePatience().toNanos() / 5;
    this.retryAfterNanos = pace.phonePatience().toNanos() * 2;
  }

  int triesMax(Choices choices) {
    return choices.clientRetries() == ClientRetries.NONE ? 1 : 1 + choices.retryLimit();
  }

  /// Up to twice as long each time, by chance anywhere up to that, and at least as long as the API
  /// asked for; or no time at all.
  long waitNanos(Choices choices, int tries, Optional<Reply> reply) {
    if (choices.clientRetries() != ClientRetries.BACK_OFF) {
      return 0;
    }
    long most = firstNanos << Math.min(tries - 1, STEPS_MAX);
    boolean asked = reply.map(each -> each.headers().containsKey("Retry-After")).orElse(false);
    return (asked ? retryAfterNanos / 2 : 0) + (long) (jitter.number() * most);
  }
}
