package dev.hotseat.live.catalogue;

import dev.hotseat.exchange.Reply;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A running shop with a small table, and ways to call it.
final class Rig extends LiveRig {
  static final int ROWS = 20_000;

  /// The columns that the list wants, in the order in which it wants them.
  static final String LIST_INDEX = "customer_id, status, created desc";

  /// @param levers names and values in turn
  Rig(String... levers) {
    super(new CatalogueBlueprint(), World.real(SEED), with(levers));
  }

  private static Map<String, String> with(String... levers) {
    Map<String, String> all = pairs("rows", Integer.toString(ROWS));
    all.putAll(pairs(levers));
    return all;
  }

  Rig indexed(String columns) throws InterruptedException {
    act("create-index", "columns", columns);
    return this;
  }

  /// Rows and entries a question looks at, asked afresh.
  double scanned(String question) throws InterruptedException {
    act("explain");
    return gauge("scannedBy" + question);
  }

  /// Customers and the warehouse, who do not stop until this is closed.
  Bustle bustle() {
    return new Bustle(this);
  }

  /// Reads and writes that go on beside whatever is done.
  static final class Bustle implements AutoCloseable {
    private final ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> crowd = new ArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private Bustle(Rig rig) {
      for (String kind : List.of("order", "place", "move", "order")) {
        crowd.add(
            crew.submit(() -> {
              while (!over) {
                replies.addAll(rig.send(5, kind));
                rig.pause(3);
              }
              return kind;
            }));
      }
    }

    int answered() {
      return replies.size();
    }

    /// Ends it, and says what every call was told.
    List<Reply> ended() {
      over = true;
      try {
        for (Future<?> each : crowd) {
          each.get();
        }
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
      return List.copyOf(replies);
    }

    @Override
    public void close() {
      over = true;
      crew.close();
    }
  }
}
