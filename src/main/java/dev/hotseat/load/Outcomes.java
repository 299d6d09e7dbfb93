package dev.hotseat.load;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Target;
import dev.hotseat.exchange.Why;
import dev.hotseat.world.TickSource;
import java.util.concurrent.TimeUnit;

/// Decides what became of each attempt, and so of its arrival, and writes it down.
///
/// Every attempt is settled once, by whoever comes first: its answer, its client's patience, or the
/// end of the run. Every arrival ends once, with its last attempt.
final class Outcomes {
  private final Target target;
  private final TickSource ticks;
  private final Ledger ledger;
  private final Returns returns;

  Outcomes(Target target, TickSource ticks, Ledger ledger, Returns returns) {
    this.target = target;
    this.ticks = ticks;
    this.ledger = ledger;
    this.returns = returns;
  }

  /// Sends an attempt on this thread and waits for what comes back.
  ///
  /// @param heldBack whether it had to wait for a place in flight, so that its lateness is not the
  ///   generator's
  void carry(Attempt attempt, long sentNanos, boolean heldBack) {
    Reply reply = answer(attempt);
    long doneNanos = ticks.nanos();
    boolean settled = attempt.settle();
    boolean late = !settled || attempt.abandonedAt(doneNanos);
    ledger.write(tally -> {
      tally.replied(attempt, sentNanos, doneNanos, reply.status(), late);
      if (!heldBack) {
        tally.lag(attempt, sentNanos);
      }
    });
    if (settled) {
      decide(attempt, doneNanos, reply, late);
    }
  }

  /// The client has waited as long as it would.
  void lostPatience(Attempt attempt, long nowNanos) {
    if (attempt.settle()) {
      ledger.write(Tally::left);
      failed(attempt, nowNanos, "abandoned", Returns.NOT_TOLD);
    }
  }

  /// The attempt never got a place in flight.
  void notSent(Attempt attempt, long nowNanos) {
    if (attempt.settle()) {
      ended(attempt, nowNanos, "not-sent");
    }
  }

  /// The run ends before the answer came.
  void unfinished(Attempt attempt, long nowNanos) {
    if (attempt.settle()) {
      ledger.write(tally -> tally.unanswered(attempt));
      ended(attempt, nowNanos, attempt.abandonedAt(nowNanos) ? "abandoned" : "unfinished");
    }
  }

  /// The arrival has failed for good.
  void ended(Attempt last, long atNanos, String why) {
    ledger.write(tally -> tally.failed(last, atNanos, why));
    ledger.countFailed();
  }

  private void decide(Attempt attempt, long doneNanos, Reply reply, boolean late) {
    if (late) {
      ledger.write(Tally::left);
      failed(attempt, doneNanos, "abandoned", Returns.NOT_TOLD);
    } else if (reply.failed() || reply.turnedAway()) {
      failed(attempt, doneNanos, reason(reply), told(reply));
    } else {
      String refusal = reply.why().map(Why::reason).orElse("");
      ledger.write(tally -> tally.served(attempt, doneNanos, refusal));
      ledger.countServed();
    }
  }

  private void failed(Attempt attempt, long atNanos, String why, long toldNanos) {
    if (!returns.accept(attempt, atNanos, why, toldNanos)) {
      ended(attempt, atNanos, why);
    }
  }

  /*
   * A target never throws for anything a caller can cause; one that does is broken, and the run must
   * say so instead of losing the arrival together with the thread.
   */
  private Reply answer(Attempt attempt) {
    try {
      return target.handle(attempt.call());
    } catch (RuntimeException broken) {
      return Reply.refused(500, new Why("broken", "target", broken.toString()));
    }
  }

  /// How long the reply asks its client to stay away.
  private static long told(Reply reply) {
    String seconds = reply.headers().getOrDefault("Retry-After", "");
    boolean number = !seconds.isEmpty() && seconds.chars().allMatch(Character::isDigit);
    return number && seconds.length() < 7
        ? TimeUnit.SECONDS.toNanos(Long.parseLong(seconds))
        : Returns.NOT_TOLD;
  }

  private static String reason(Reply reply) {
    return reply.why().map(Why::reason).orElse("status-" + reply.status());
  }
}
