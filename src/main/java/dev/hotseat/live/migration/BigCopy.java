package dev.hotseat.live.migration;

import java.sql.Connection;
import java.sql.SQLException;

/// Everything in one transaction: every customer is locked before it is copied, and none is let go
/// before the last one is.
final class BigCopy {
  private static final int STRETCH = 5_000;
  private static final long PATIENCE_MILLIS = 60_000;

  private final Door door;
  private final Layout layout;
  private final Serving serving;
  private final ProgressBar bar = new ProgressBar();

  BigCopy(Door door, Layout layout, Serving serving) {
    this.door = door;
    this.layout = layout;
    this.serving = serving;
  }

  ProgressBar bar() {
    return bar;
  }

  String run() throws InterruptedException {
    return bar.during(this::copied, "nothing of it was kept");
  }

  private String copied() throws InterruptedException {
    long copied =
        door.<Long>inTransaction(
            connection -> Schema.patiently(connection, PATIENCE_MILLIS, () -> all(connection)));
    long endId = bar.now().total();
    bar.full("");
    layout.copied(new Itinerary(false, STRETCH, endId, endId), false);
    serving.wrote(copied);
    return "Copied " + copied + " customers in one transaction.";
  }

  private long all(Connection connection) throws SQLException {
    long endId = CopySource.lastId(connection);
    long rows = 0;
    for (long afterId = 0; afterId < endId; afterId += STRETCH) {
      Stretch stretch = new Stretch(afterId, Math.min(afterId + STRETCH, endId));
      layout.source().hold(connection, stretch);
      rows += Chunk.copy(connection, stretch, true, layout.source(), layout.target()).written();
      bar.at(stretch.toId(), endId);
    }
    return rows;
  }
}
