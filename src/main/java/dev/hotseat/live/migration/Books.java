package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads customers from both tables, whichever there are, beside the pool of the requests.
final class Books {
  private final Kit kit;
  private final Layout layout;

  Books(Kit kit, Layout layout) {
    this.kit = kit;
    this.layout = layout;
  }

  /// These customers, in the order asked; who is nowhere comes as a pair of nothing.
  List<Pair> pairs(Collection<Long> ids) throws InterruptedException {
    return kit.store()
        .aside(connection -> {
          List<Pair> pairs = new ArrayList<>(ids.size());
          for (long id : ids) {
            pairs.add(pair(connection, id));
          }
          return pairs;
        });
  }

  private Pair pair(Connection connection, long id) throws SQLException {
    OldRow old = old() ? oldTable().find(connection, id).orElse(null) : null;
    NewRow fresh = fresh() ? newTable().find(connection, id).orElse(null) : null;
    return new Pair(id, old, fresh);
  }

  /// A stretch of customers as both tables have it.
  ///
  /// @param pairs by id; who is nowhere is left out
  /// @param twice customers that a table has more than once
  record Stretch(Map<Long, Pair> pairs, Set<Long> twice) {}

  /// Customers with ids from `from` up to and without `to`.
  Stretch stretch(long from, long to) throws InterruptedException {
    return kit.store()
        .aside(connection -> {
          Map<Long, Pair> pairs = new TreeMap<>();
          Set<Long> twice = new HashSet<>();
          if (old()) {
            for (OldRow row : oldTable().range(connection, from, to)) {
              add(pairs, twice, new Pair(row.id(), row, null));
            }
          }
          if (fresh()) {
            for (NewRow row : newTable().range(connection, from, to)) {
              Pair found = pairs.get(row.id());
              OldRow old = found == null ? null : found.old();
              boolean again = found != null && found.fresh() != null;
              pairs.put(row.id(), new Pair(row.id(), old, row));
              if (again) {
                twice.add(row.id());
              }
            }
          }
          return new Stretch(pairs, twice);
        });
  }

  private static void add(Map<Long, Pair> pairs, Set<Long> twice, Pair pair) {
    if (pairs.put(pair.id(), pair) != null) {
      twice.add(pair.id());
    }
  }

  private boolean old() {
    return layout.oldExists() && !layout.altered();
  }

  private boolean fresh() {
    return layout.altered() || layout.newExists();
  }

  private OldCustomers oldTable() {
    return new OldCustomers(layout.nameColumn());
  }

  private NewCustomers newTable() {
    return new NewCustomers(layout.altered() ? Schema.OLD : Schema.NEW);
  }
}
