package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
          Set<Long> mentioned = mentioned(connection);
          List<Pair> pairs = new ArrayList<>(ids.size());
          for (long id : ids) {
            pairs.add(pair(connection, id, mentioned.contains(id)));
          }
          return pairs;
        });
  }

  private Pair pair(Connection connection, long id, boolean mentioned) throws SQLException {
    OldRow old = old() ? oldTable().find(connection, id).orElse(null) : null;
    NewRow fresh = fresh() ? newTable().find(connection, id).orElse(null) : null;
    return new Pair(id, old, fresh, mentioned);
  }

  /// A stretch of customers as both tables have it.
  ///
  /// @param pairs by id
  /// @param twice customers that a table has more than once
  record Stretch(Map<Long, Pair> pairs, Set<Long> twice) {}

  /// Customers with ids from `from` up to and without `to`.
  Stretch stretch(long from, long to) throws InterruptedException {
    return kit.store()
        .aside(connection -> {
          Set<Long> mentioned = mentioned(connection);
          Map<Long, OldRow> olds = new HashMap<>();
          Map<Long, NewRow> news = new HashMap<>();
          Set<Long> twice = new HashSet<>();
          if (old()) {
            oldTable()
                .range(connection, from, to)
                .forEach(row -> put(olds, (long) row.id(), row, twice));
          }
          if (fresh()) {
            newTable().range(connection, from, to).forEach(row -> put(news, row.id(), row, twice));
          }
          Map<Long, Pair> pairs = new HashMap<>();
          for (long id = from; id < to; id++) {
            pairs.put(id, new Pair(id, olds.get(id), news.get(id), mentioned.contains(id)));
          }
          return new Stretch(pairs, twice);
        });
  }

  private static <T> void put(Map<Long, T> rows, Long id, T row, Set<Long> twice) {
    if (rows.put(id, row) != null) {
      twice.add(id);
    }
  }

  private Set<Long> mentioned(Connection connection) throws SQLException {
    return layout.newExists() ? Leftovers.mentioned(connection) : Set.of();
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
