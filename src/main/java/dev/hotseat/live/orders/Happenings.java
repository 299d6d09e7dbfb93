package dev.hotseat.live.orders;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What happens to the service without any release of its own.
final class Happenings {
  private static final double LATE_MILLIS = 720;

  private Happenings() {}

  private static long late(double intensity) {
    return (long) (LATE_MILLIS * intensity * TimeUnit.MILLISECONDS.toNanos(1));
  }

  /// Some answers of pricing take long, and nobody has told us how long to wait.
  record SlowPricing() implements Cause {
    private static final double SHARE = 0.06;

    @Override
    public String name() {
      return "pricing-slow";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      scene.pricing().behave(new Downstream.Manners(SHARE, late(intensity), 0, false));
    }

    @Override
    public void end(Scene scene) {
      scene.pricing().behave(Downstream.Manners.USUAL);
    }
  }

  /// A job of the night recounts the stock of what sells best, and holds the row while it counts.
  record HotRow() implements Cause {
    @Override
    public String name() {
      return "hot-row-lock";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      scene.warehouse().weight().set(intensity);
      scene.warehouse().night().recount();
    }

    @Override
    public void end(Scene scene) {
      scene.warehouse().weight().set(1);
      boolean _ = scene.warehouse().night().stop();
    }
  }

  /// The line to one of the instances loses packets.
  record SickInstance() implements Cause {
    private static final double SHARE = 0.3;

    @Override
    public String name() {
      return "sick-instance";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      one(scene).losePackets(SHARE, Duration.ofNanos(late(intensity)));
    }

    @Override
    public void end(Scene scene) {
      one(scene).losePackets(0, Duration.ZERO);
    }

    private static Instance one(Scene scene) {
      int number = scene.kit().world().dice().pick("sick-instance", Topology.SERVING);
      return scene.fleet().all().get(number);
    }
  }

  /// One tenant's customers buy by the hundred.
  record BigBaskets() implements Cause {
    private static final String TENANT = "umbrella";
    private static final double SHARE = 0.14;
    private static final int LINES = 90;

    @Override
    public String name() {
      return "big-baskets";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, double intensity) {
      scene.habits().bulk(TENANT, SHARE, (int) (LINES * intensity));
    }

    @Override
    public void end(Scene scene) {
      scene.habits().usual(TENANT);
    }
  }
}
