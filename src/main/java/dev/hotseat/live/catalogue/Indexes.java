package dev.hotseat.live.catalogue;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.catalogue.Stalls.Change;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The secondary indexes there are, and the plain way to make and drop one: a statement that has
/// the table to itself until it is done.
final class Indexes {
  private final Kit kit;
  private final Stalls stalls;
  private final List<Index> all = new CopyOnWriteArrayList<>();

  /// An index that exists.
  record Index(String name, String table, IndexPlan plan) {}

  Indexes(Kit kit, Stalls stalls) {
    this.kit = kit;
    this.stalls = stalls;
  }

  List<Index> on(String table) {
    return all.stream().filter(each -> each.table().equals(table)).toList();
  }

  Optional<Index> named(String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// Entries that one new order costs besides its row.
  int entriesPerPlace(String table) {
    return on(table).size();
  }

  /// Entries that a new status costs: one taken out and one put in, where the index has the column.
  int entriesPerMove(String table) {
    return 2 * (int) on(table).stream().filter(each -> each.plan().has("status")).count();
  }

  String create(String table, IndexPlan plan) throws InterruptedException {
    String name = plan.name(table);
    if (named(name).isPresent()) {
      return "There is an index " + name + " already.";
    }
    Change change = stalls.begin("CREATE INDEX " + name);
    try {
      kit.store()
          .aside(connection -> {
            OrderTable.execute(connection, plan.ddl(table));
            return name;
          });
    } catch (HopFailure failure) {
      change.end("not built: " + failure.why().reason());
      return "Not built after %.0f ms: %s. Writes that came meanwhile stood in line behind it."
          .formatted(change.tookMillis(), failure.why().detail());
    }
    change.end("built");
    all.add(new Index(name, table, plan));
    return "Built %s in %.0f ms. The longest call beside it took %.0f ms so far; see the sheet stalls."
        .formatted(name, change.tookMillis(), change.longestMillis());
  }

  String drop(String name) throws InterruptedException {
    Optional<Index> found = named(name);
    if (found.isEmpty()) {
      return "There is no index " + name + ".";
    }
    Change change = stalls.begin("DROP INDEX " + name);
    try {
      kit.store()
          .aside(connection -> {
            OrderTable.execute(connection, "DROP INDEX " + name);
            return name;
          });
    } catch (HopFailure failure) {
      change.end("not dropped: " + failure.why().reason());
      return "Not dropped: " + failure.why().detail() + ".";
    }
    change.end("dropped");
    all.remove(found.get());
    return "Dropped " + name + ".";
  }

  /// Gives a new, empty table the indexes of another, and one more.
  void prepare(String from, String to, IndexPlan more) throws InterruptedException {
    for (Index each : on(from)) {
      build(to, each.plan());
    }
    if (named(more.name(to)).isEmpty()) {
      build(to, more);
    }
  }

  private void build(String table, IndexPlan plan) throws InterruptedException {
    kit.store()
        .aside(connection -> {
          OrderTable.execute(connection, plan.ddl(table));
          return table;
        });
    all.add(new Index(plan.name(table), table, plan));
  }

  /// The table is gone, and its indexes with it.
  void forget(String table) {
    all.removeIf(each -> each.table().equals(table));
  }
}
