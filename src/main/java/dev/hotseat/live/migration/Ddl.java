package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.world.World;

/// Statements that change a schema, and how long each is let to wait for its lock.
///
/// Whoever wants a table for itself waits for every transaction that has written it, and everybody
/// who comes later waits behind: a statement that gives up soon and tries again lets them through
/// in between.
final class Ddl {
  private static final long ENDLESS_MILLIS = 3_600_000;
  private static final long BETWEEN_NANOS = 200_000_000;
  private static final int ATTEMPTS = 300;

  private final World world;
  private final Door door;
  private volatile long lockMillis;

  Ddl(World world, Door door) {
    this.world = world;
    this.door = door;
  }

  /// @param millis 0 for as long as it takes
  void lockTimeout(long millis) {
    lockMillis = millis;
  }

  void run(String sql) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        once(sql);
        return;
      } catch (HopFailure failure) {
        if (!failure.why().reason().equals("lock-timeout") || attempt == ATTEMPTS) {
          throw failure;
        }
        world.pause().sleepNanos(BETWEEN_NANOS);
      }
    }
  }

  private void once(String sql) throws InterruptedException {
    long millis = lockMillis == 0 ? ENDLESS_MILLIS : lockMillis;
    door.<Boolean>on(
        connection -> Schema.patiently(connection, millis, () -> Schema.run(connection, sql)));
  }
}
