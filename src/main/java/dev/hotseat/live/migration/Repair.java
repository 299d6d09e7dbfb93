package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Makes the new table say of a customer what the old one does, one at a time, each held while it
/// is done. Rows that the rules refuse get what a person would decide.
final class Repair {
  private static final int ATTEMPTS = 10;
  private static final long RETRY_NANOS = 20_000_000;

  private final World world;
  private final Door door;
  private final Layout layout;
  private final ProgressBar bar = new ProgressBar();

  Repair(World world, Door door, Layout layout) {
    this.world = world;
    this.door = door;
    this.layout = layout;
  }

  ProgressBar bar() {
    return bar;
  }

  /// Looks at these customers again, and puts right who still differs; how many those were.
  int repair(List<Long> ids) throws InterruptedException {
    return bar.during(() -> all(ids), "who came before is put right");
  }

  private int all(List<Long> ids) throws InterruptedException {
    int repaired = 0;
    for (int i = 0; i < ids.size(); i++) {
      bar.at(i, ids.size());
      repaired += repair(ids.get(i)) ? 1 : 0;
    }
    bar.full("");
    return repaired;
  }

  private boolean repair(long id) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return door.inTransaction(connection -> repaired(connection, id));
      } catch (HopFailure failure) {
        bar.heed();
        if (attempt == ATTEMPTS) {
          throw failure;
        }
        world.pause().sleepNanos(attempt * RETRY_NANOS);
      }
    }
  }

  private boolean repaired(Connection connection, long id) throws SQLException {
    RangeLock.hold(connection, id);
    Optional<OldRow> old = layout.source().hold(connection, id);
    Optional<NewRow> there = layout.target().find(connection, id);
    if (Mismatch.between(old.orElse(null), there.orElse(null)).isEmpty()) {
      return false;
    }
    if (old.isPresent()) {
      layout.target().overwrite(connection, List.of(Rules.convert(old.get()).row()));
    } else {
      layout.target().delete(connection, id);
    }
    ConversionLog.decided(connection, id);
    return true;
  }
}
