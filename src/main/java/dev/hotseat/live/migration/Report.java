package dev.hotseat.live.migration;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A report that begins by noting in the table that it has begun, reads for a long time, and ends
/// its transaction only then. Nobody notices, until a change of the table's schema wants the table
/// for itself.
final class Report {
  private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Kit kit;
  private final Layout layout;
  private final Hop hop;
  private final AtomicLong runs = new AtomicLong();

  Report(Kit kit, Layout layout) {
    this.kit = kit;
    this.layout = layout;
    this.hop = kit.hop("report>store");
  }

  /// Starts one that takes so long.
  void begin(double seconds) {
    long run = runs.incrementAndGet();
    long nanos = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    kit.background(
        "report",
        () -> {
          try {
            kit.store()
                .query(hop, kit.errand("report"), connection -> written(connection, run, nanos));
          } catch (HopFailure failure) {
            kit.log("WARN", "report", "The report ended early: " + failure.getMessage());
          }
        });
  }

  /// Ends the one that runs.
  void end() {
    runs.incrementAndGet();
  }

  /*
   * A row of its own, rolled back in the end: it locks no customer, only the table against changes
   * of its schema, as anything written in a transaction does.
   */
  private long written(Connection connection, long run, long nanos)
      throws SQLException, InterruptedException {
    connection.setAutoCommit(false);
    new OldCustomers(layout.nameColumn())
        .insert(connection, new OldRow(-(int) run, "report", "report@hotseat", 0, "report", 0));
    long until = kit.world().ticks().nanos() + nanos;
    while (runs.get() == run && kit.world().ticks().nanos() - until < 0) {
      Schema.one(connection, "SELECT COALESCE(SUM(credit), 0) FROM customers WHERE id < 2000");
      kit.world().pause().sleepNanos(PIECE_NANOS);
    }
    connection.rollback();
    return run;
  }
}
