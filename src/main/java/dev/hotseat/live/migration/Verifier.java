package dev.hotseat.live.migration;

import dev.hotseat.live.Store;
import dev.hotseat.live.migration.Mismatch.Kind;
import dev.hotseat.live.migration.Parity.RangeParity;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Compares the old table, as the rules convert it, with the new one, while both are written.
final class Verifier {
  /*
   * Both tables of a stretch are read in one snapshot, so a dual write in one transaction is seen in
   * both or in neither. One in two statements may be caught half done: what differs is looked at
   * once more a little later, and counts only if it still does.
   */
  private static final int STRETCH = 5_000;
  private static final int RANGES_SHOWN = 20;
  private static final int SAMPLE = 1_000;
  private static final int EXAMPLES_MAX = 1_000;

  // of a hundred million customers the rules refuse some fifty thousand
  private static final int IDS_MAX = 200_000;

  private static final long ROWS_PER_SECOND = 200_000;
  private static final long SECOND_LOOK_NANOS = 50_000_000;

  private final World world;
  private final Door door;
  private final Layout layout;
  private final ProgressBar bar = new ProgressBar();
  private volatile Parity last = Parity.NEVER;
  private final AtomicInteger ended = new AtomicInteger();

  Verifier(World world, Door door, Layout layout) {
    this.world = world;
    this.door = door;
    this.layout = layout;
  }

  ProgressBar bar() {
    return bar;
  }

  /// The latest finding.
  Parity last() {
    return last;
  }

  /// Whether there are two tables to compare.
  boolean possible() {
    return layout.oldExists() && layout.newExists();
  }

  /// How many comparisons have come to their end.
  int ended() {
    return ended.get();
  }

  /// @param how `counts`, `checksums`, `sampled` or `full`
  Parity verify(String how) throws InterruptedException {
    Parity found = bar.during(() -> found(how), how);
    last = found;
    ended.incrementAndGet();
    return found;
  }

  private Parity found(String how) throws InterruptedException {
    return switch (how) {
      case "counts" -> counts();
      case "checksums" -> walk(how, true);
      case "sampled" -> sampled();
      case "full" -> walk(how, false);
      default -> throw new IllegalArgumentException("no way to verify: " + how);
    };
  }

  private Parity counts() throws InterruptedException {
    RangeParity all =
        snapshot(connection -> {
          long old = CopySource.count(connection);
          long there = layout.target().count(connection);
          return new RangeParity(new Stretch(0, lastId(connection)), old, there, 0, 0);
        });
    long missing = Math.max(0, all.oldRows() - all.newRows());
    long extra = Math.max(0, all.newRows() - all.oldRows());
    Map<Kind, Long> differing = new EnumMap<>(Kind.class);
    if (missing > 0) {
      differing.put(Kind.MISSING, missing);
    }
    if (extra > 0) {
      differing.put(Kind.EXTRA, extra);
    }
    return new Parity("counts", all.oldRows(), differing, List.of(), List.of(), List.of(all));
  }

  private Parity sampled() throws InterruptedException {
    long lastId = snapshot(this::lastId);
    RandomGenerator random = world.dice().stream("sample");
    Set<Long> ids = new TreeSet<>();
    for (int i = 0; i < SAMPLE && lastId > 0; i++) {
      ids.add(1 + random.nextLong(lastId));
    }
    var findings = new Findings();
    twice(() -> each(ids)).forEach(findings::add);
    return findings.parity("sampled", ids.size(), List.of());
  }

  private List<Mismatch> each(Set<Long> ids) throws InterruptedException {
    return snapshot(connection -> {
      List<Mismatch> differing = new ArrayList<>();
      for (long id : ids) {
        Mismatch.between(
                layout.source().find(connection, id).orElse(null),
                layout.target().find(connection, id).orElse(null))
            .ifPresent(differing::add);
      }
      return differing;
    });
  }

  private Parity walk(String how, boolean bySums) throws InterruptedException {
    long endId = snapshot(this::lastId);
    var throttle = new Throttle(world, ROWS_PER_SECOND);
    var findings = new Findings();
    List<RangeParity> ranges = new ArrayList<>();
    long shownIds = Math.max(STRETCH, (endId + RANGES_SHOWN - 1) / RANGES_SHOWN);
    RangeParity range = empty(0, Math.min(shownIds, endId));
    long compared = 0;
    for (long afterId = 0; afterId < endId; ) {
      Stretch stretch = new Stretch(afterId, Math.min(afterId + STRETCH, range.ids().toId()));
      Compared both = compare(stretch);
      if (bySums ? !both.sums().agrees() : !both.differing().isEmpty()) {
        twice(() -> compare(stretch).differing()).forEach(findings::add);
      }
      range = sum(range, both.sums());
      compared += both.sums().oldRows();
      afterId = stretch.toId();
      bar.at(afterId, endId);
      if (afterId == range.ids().toId()) {
        ranges.add(range);
        range = empty(afterId, Math.min(afterId + shownIds, endId));
      }
      throttle.pay((int) both.sums().oldRows());
    }
    bar.full(how);
    return findings.parity(how, compared, ranges);
  }

  private Compared compare(Stretch stretch) throws InterruptedException {
    return snapshot(connection -> {
      List<OldRow> old = layout.source().of(connection, stretch);
      List<NewRow> there = layout.target().of(connection, stretch);
      return Compared.of(stretch, old, there);
    });
  }

  /// What differs now and still does a little later.
  private List<Mismatch> twice(Look look) throws InterruptedException {
    List<Mismatch> first = look.take();
    if (first.isEmpty()) {
      return first;
    }
    world.pause().sleepNanos(SECOND_LOOK_NANOS);
    Set<Long> ids = first.stream().map(Mismatch::id).collect(Collectors.toSet());
    return look.take().stream().filter(each -> ids.contains(each.id())).toList();
  }

  private <T> T snapshot(Store.Sql<T> look) throws InterruptedException {
    return door.inTransaction(connection -> {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return look.on(connection);
      } finally {
        connection.commit();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    });
  }

  private long lastId(Connection connection) throws SQLException {
    return Math.max(CopySource.lastId(connection), layout.target().lastId(connection));
  }

  private static RangeParity empty(long afterId, long toId) {
    return new RangeParity(new Stretch(afterId, toId), 0, 0, 0, 0);
  }

  private static RangeParity sum(RangeParity a, RangeParity b) {
    return new RangeParity(
        a.ids(),
        a.oldRows() + b.oldRows(),
        a.newRows() + b.newRows(),
        a.oldSum() + b.oldSum(),
        a.newSum() + b.newSum());
  }

  private interface Look {
    List<Mismatch> take() throws InterruptedException;
  }

  /// A stretch of both tables beside one another.
  private record Compared(RangeParity sums, List<Mismatch> differing) {
    static Compared of(Stretch stretch, List<OldRow> old, List<NewRow> there) {
      Map<Long, NewRow> byId = new HashMap<>();
      long newSum = 0;
      for (NewRow row : there) {
        byId.put(row.id(), row);
        newSum += digest(row);
      }
      List<Mismatch> differing = new ArrayList<>();
      long oldSum = 0;
      for (OldRow row : old) {
        oldSum += digest(Rules.convert(row).row());
        Mismatch.between(row, byId.remove((long) row.id())).ifPresent(differing::add);
      }
      byId.values().forEach(extra -> Mismatch.between(null, extra).ifPresent(differing::add));
      return new Compared(
          new RangeParity(stretch, old.size(), there.size(), oldSum, newSum), differing);
    }

    private static long digest(NewRow row) {
      long mixed = row.hashCode() * 0x9E3779B97F4A7C15L + row.id();
      return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    }
  }

  /// Mismatches, counted by kind.
  private static final class Findings {
    private final Map<Kind, Long> differing = new EnumMap<>(Kind.class);
    private final List<Long> ids = new ArrayList<>();
    private final List<Mismatch> examples = new ArrayList<>();

    void add(Mismatch found) {
      differing.merge(found.kind(), 1L, Long::sum);
      if (ids.size() < IDS_MAX) {
        ids.add(found.id());
      }
      if (examples.size() < EXAMPLES_MAX) {
        examples.add(found);
      }
    }

    Parity parity(String how, long compared, List<RangeParity> ranges) {
      return new Parity(how, compared, differing, ids, examples, ranges);
    }
  }
}
