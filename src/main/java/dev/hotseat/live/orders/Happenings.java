package dev.hotseat.live.orders;

import java.time.Duration;

/// What happens to the service without any release of its own.
final class Happenings {
  private Happenings() {}

  /// Some answers of pricing take long, and nobody has told us how long to wait.
  record SlowPricing() implements Cause {
    private static final double SHARE = 0.04;

    @Override
    public String name() {
      return "pricing-slow";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, Size size) {
      scene.pricing().behave(new Downstream.Manners(SHARE, size.late().toNanos(), 0, false));
    }

    @Override
    public void end(Scene scene) {
      scene.pricing().behave(Downstream.Manners.USUAL);
    }
  }

  /// A job of the night recounts the stock of what sells best, and holds the row while it counts.
  record HotRow() implements Cause {
    /// The rest is the line that forms before the row, and goes through it one by one.
    private static final double SHARE_HELD = 0.97;

    @Override
    public String name() {
      return "hot-row-lock";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, Size size) {
      scene.burdens().set(Burden.DISK, SHARE_HELD * size.lateMillis() / Storage.SCAN_MILLIS);
      scene.warehouse().night().recount();
    }

    @Override
    public void end(Scene scene) {
      scene.burdens().usual(Burden.DISK);
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
    public void begin(Scene scene, Size size) {
      one(scene).losePackets(SHARE, size.late());
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
    private static final double SHARE = 0.07;

    @Override
    public String name() {
      return "big-baskets";
    }

    @Override
    public boolean hurts() {
      return true;
    }

    @Override
    public void begin(Scene scene, Size size) {
      int lines = (int) (size.lateMillis() / scene.warehouse().tripMillis());
      scene.habits().bulk(TENANT, SHARE, lines);
    }

    @Override
    public void end(Scene scene) {
      scene.habits().usual(TENANT);
    }
  }
}
