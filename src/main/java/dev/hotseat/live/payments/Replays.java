package dev.hotseat.live.payments;

import dev.hotseat.exchange.Reply;
import dev.hotseat.live.payments.Choices.Keys;
import dev.hotseat.world.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Answers requests whose key stands for another request already.
final class Replays {
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
  private static final Duration WAIT_BEYOND_PROVIDER = Duration.ofSeconds(1);

  private final Clock clock;
  private final Pause pause;
  private final LongAdder replayed = new LongAdder();
  private final LongAdder conflicts = new LongAdder();
  private final LongAdder mismatches = new LongAdder();

  Replays(Clock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /// The answer; empty where the design has the request processed again.
  Optional<Reply> answer(Task task, KeyRow row) throws InterruptedException {
    if (task.choices().keys() == Keys.CLAIM_WITH_FINGERPRINT
        && !row.fingerprint().equals(task.intent().fingerprint())) {
      mismatches.increment();
      note(task, row, "refused", "same key, other body");
      return Optional.of(
          new Objection(
                  422,
                  "key-reused",
                  "Idempotency-Key",
                  "This key was used with another body: " + name(task, row))
              .reply());
    }
    if (row.done()) {
      return Optional.of(replay(task, row));
    }
    return switch (task.choices().inFlight()) {
      case CONFLICT -> Optional.of(conflict(task, row));
      case WAIT -> Optional.of(waited(task, row));
      case PROCESS_AGAIN -> Optional.empty();
    };
  }

  long replayed() {
    return replayed.sum();
  }

  long conflicts() {
    return conflicts.sum();
  }

  long mismatches() {
    return mismatches.sum();
  }

  private Reply replay(Task task, KeyRow row) throws InterruptedException {
    replayed.increment();
    note(task, row, "replayed", "status " + row.status());
    return new Stored(row.status(), row.body()).reply(true);
  }

  private Reply conflict(Task task, KeyRow row) throws InterruptedException {
    conflicts.increment();
    note(task, row, "conflict", "still in flight");
    return new Objection(
            409,
            "in-flight",
            "Idempotency-Key",
            "The first request with this key is not finished: " + name(task, row))
        .laterReply();
  }

  /// Looks again and again until the first request is done, or has taken longer than it may.
  private Reply waited(Task task, KeyRow row) throws InterruptedException {
    long steps =
        task.choices().providerTimeout().plus(WAIT_BEYOND_PROVIDER).toNanos() / LOOK_AGAIN_NANOS;
    for (long i = 0; i < steps; i++) {
      pause.sleepNanos(LOOK_AGAIN_NANOS);
      Optional<KeyRow> now =
          task.api()
              .store(
                  task.visit(),
                  connection -> task.keys().find(connection, row.scope(), row.hash()));
      if (now.isEmpty()) {
        break;
      }
      if (now.get().done()) {
        return replay(task, now.get());
      }
    }
    return conflict(task, row);
  }

  private void note(Task task, KeyRow row, String what, String why) throws InterruptedException {
    long now = clock.millis(task.api().name());
    task.api()
        .store(
            task.visit(),
            connection -> {
              Trail.add(connection, row.payment(), now, task.actor(), what, why);
              return row;
            });
  }

  private static String name(Task task, KeyRow row) {
    return PaymentId.text(task.intent().refund(), row.payment());
  }
}
