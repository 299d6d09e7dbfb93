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

    /// The rest is the line that forms because threads do nothing but try.
    private static final double SHARE_TRYING = 0.95;

    /*
     * Threads that wait longer than this for each try ask less than payments can serve, and the storm
     * would end by itself.
     */
    private static final long TIMEOUT_MOST = 280;

    private static final long TRIES_USUAL = 3;
    private final AtomicLong triesBefore = new AtomicLong();
    private final AtomicLong budgetBefore = new AtomicLong();
    private final AtomicLong timeoutBefore = new AtomicLong();

    @Override
    public String name() {
      return "retry-storm";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, Size size) {
      Config config = scene.config();
      String why = "PAY-412: we gave up too early last week, let every call use its tries";
      budgetBefore.set(config.set(Setting.RETRY_BUDGET, UNLIMITED, "r.tanaka", why));
      long tries = Math.max(2, Math.round(TRIES_USUAL * size.intensity()));
      triesBefore.set(config.set(Setting.PAYMENTS_ATTEMPTS, tries, "r.tanaka", why));
      long timeout = Math.round(SHARE_TRYING * size.lateMillis() / tries);
      timeoutBefore.set(
          config.set(Setting.PAYMENTS_TIMEOUT, Math.min(timeout, TIMEOUT_MOST), "r.tanaka", why));
      Downstream payments = scene.payments();
      payments.behave(new Downstream.Manners(0, 0, 0, true));
      scene
          .kit()
          .background(
              "payments",
              () -> {
                scene.kit().world().pause().sleepNanos(STALL_NANOS);
                payments.behave(Downstream.Manners.USUAL);
              });
    }

    @Override
    public void end(Scene scene) {
      Config config = scene.config();
      long _ = config.set(Setting.RETRY_BUDGET, budgetBefore.get(), "r.tanaka", "undo");
      long _ = config.set(Setting.PAYMENTS_ATTEMPTS, triesBefore.get(), "r.tanaka", "undo");
      long _ = config.set(Setting.PAYMENTS_TIMEOUT, timeoutBefore.get(), "r.tanaka", "undo");
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
    public void begin(Scene scene, Size size) {
      Config config = scene.config();
      String why = "DB-77 sizing guide: four connections for the fleet on the new database host";
      sizeBefore.set(config.set(Setting.POOL_SIZE, 1, "d.becker", why));
      validationBefore.set(config.number(Setting.POOL_VALIDATION));
      if (size.intensity() > 1.2) {
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

    /// What an instance serves in a millisecond while the campaign keeps its threads busy.
    private static final double CALLS_PER_MILLI = 0.095;

    /// What a call that has left the line waits for besides: threads, cores, connections.
    private static final double AFTERWARDS_MILLIS = 170;

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
    public void begin(Scene scene, Size size) {
      String why = "Campaign tonight: no visitor should see queue-full";
      int length = (int) (CALLS_PER_MILLI * (size.lateMillis() - AFTERWARDS_MILLIS));
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
