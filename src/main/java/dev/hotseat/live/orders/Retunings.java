package dev.hotseat.live.orders;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Changes of the configuration that somebody meant well.
final class Retunings {
  private Retunings() {}

  /// Retries are no longer limited; then payments stands still for a few seconds. Everybody times
  /// out and tries again, and from then on it works for people who have left.
  static final class RetryStorm implements Cause {
    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long UNLIMITED = 300;
    private final AtomicLong before = new AtomicLong();

    @Override
    public String name() {
      return "retry-storm";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      String why = "PAY-412: we gave up too early last week, let every call use its three tries";
      before.set(scene.config().set(Setting.RETRY_BUDGET, UNLIMITED, "r.tanaka", why));
      Downstream payments = scene.payments();
      payments.behave(new Downstream.Manners(0, 0, 0, true));
      scene
          .kit()
          .background(
              "payments",
              () -> {
                scene.kit().world().pause().sleepNanos((long) (STALL_NANOS * intensity));
                payments.behave(Downstream.Manners.USUAL);
              });
    }

    @Override
    public void end(Scene scene) {
      long _ = scene.config().set(Setting.RETRY_BUDGET, before.get(), "r.tanaka", "undo");
      scene.payments().behave(Downstream.Manners.USUAL);
      scene.payments().clear();
    }
  }

  /// One connection for each instance.
  static final class SmallPool implements Cause {
    private final AtomicLong sizeBefore = new AtomicLong();
    private final AtomicLong validationBefore = new AtomicLong();

    @Override
    public String name() {
      return "pool-shrunk";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      Config config = scene.config();
      String why = "DB-77 sizing guide: four connections for the fleet on the new database host";
      sizeBefore.set(config.set(Setting.POOL_SIZE, 1, "d.becker", why));
      validationBefore.set(config.number(Setting.POOL_VALIDATION));
      if (intensity > 1.2) {
        long _ = config.set(Setting.POOL_VALIDATION, 1, "d.becker", "DB-77 test on borrow");
      }
    }

    @Override
    public void end(Scene scene) {
      Config config = scene.config();
      long _ = config.set(Setting.POOL_SIZE, sizeBefore.get(), "d.becker", "undo");
      long _ = config.set(Setting.POOL_VALIDATION, validationBefore.get(), "d.becker", "undo");
    }
  }

  /// Lines at the instances may grow, on the evening of an advertisement.
  static final class LongQueue implements Cause {
    private static final double VISITORS_PER_SECOND = 225;
    private static final int LENGTH = 75;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final AtomicLong before = new AtomicLong();

    @Override
    public String name() {
      return "queue-enlarged";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      String why = "Campaign tonight: no visitor should see queue-full";
      int length = (int) (LENGTH * intensity);
      before.set(scene.config().set(Setting.QUEUE_SIZE, length, "k.ferreira", why));
      scene.crowd().come(VISITORS_PER_SECOND, PATIENCE);
    }

    @Override
    public void end(Scene scene) {
      scene.crowd().come(0, PATIENCE);
      long _ = scene.config().set(Setting.QUEUE_SIZE, before.get(), "k.ferreira", "undo");
    }
  }
}
