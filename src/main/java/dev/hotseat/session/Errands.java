package dev.hotseat.session;

import dev.hotseat.world.Pause;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/// Waits until the time of an action is over on the session's clock, which may stand meanwhile, and
/// may run fast.
final class Errands implements AutoCloseable {
  private static final double LOOK_AGAIN_SECONDS = 0.05;
  private static final double NANOS = 1e9;

  private final SessionClock clock;
  private final Pause pause;
  private final LongPredicate wanted;
  private final LongConsumer over;
  private final ExecutorService threads;

  /// @param wanted whether an errand is still to be run
  /// @param over called when the time of one is over, on a thread of its own
  Errands(
      String session, SessionClock clock, Pause pause, LongPredicate wanted, LongConsumer over) {
    this.clock = clock;
    this.pause = pause;
    this.wanted = wanted;
    this.over = over;
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("errand/" + session + "/", 0).factory());
  }

  /// @param number by which it is asked for and told of
  /// @param dueSeconds on the session's clock
  void send(long number, double dueSeconds) {
    threads.execute(() -> {
      try {
        run(number, dueSeconds);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the session lets go of it
      }
    });
  }

  private void run(long number, double dueSeconds) throws InterruptedException {
    double left = dueSeconds - clock.elapsedSeconds();
    while (left > 0) {
      pause.sleepNanos((long) (Math.min(left / clock.speed(), LOOK_AGAIN_SECONDS) * NANOS));
      if (!wanted.test(number)) {
        return;
      }
      left = dueSeconds - clock.elapsedSeconds();
    }
    if (wanted.test(number)) {
      over.accept(number);
    }
  }

  /// Forgets those that wait, and breaks off those that are at it. Does not wait for them: one may
  /// be handing in, through the mailbox, what ends the session.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
