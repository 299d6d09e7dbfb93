package dev.hotseat.live.catalogue;

import dev.hotseat.live.Hop;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Jobs.Job;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.catalogue.Stalls.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Builds an index without anybody waiting for it: on a second table, empty at first, which is
/// filled in paced chunks while each write goes to both, and then takes the place of the first.
///
/// The engine has no CREATE INDEX that lets others pass. This is what the online tools for schema
/// changes do in such a case.
final class OnlineBuild {
  private static final long PIECE_NANOS = 50_000_000L;
  private static final int EXAMPLES = 5;
  private static final int DIFFERENCES_MAX = 10_000;

  private final Kit kit;
  private final Router router;
  private final Indexes indexes;
  private final Stalls stalls;
  private final Ledger ledger;
  private final Supplier<Choices> choices;
  private int tablesMade = 1;
  private volatile State state = State.NONE;
  private volatile long total;
  private volatile long copied;
  private volatile long after;
  private volatile long upTo;
  private volatile double perSecond;
  private volatile double differences = Double.NaN;
  private volatile double tookSeconds = Double.NaN;
  private volatile long beganNanos;
  private volatile @Nullable Job job;

  /// How far a build is.
  enum State {
    NONE,
    COPYING,
    PAUSED,
    DEAD,
    BUILT
  }

  OnlineBuild(
      Kit kit,
      Router router,
      Indexes indexes,
      Stalls stalls,
      Ledger ledger,
      Supplier<Choices> choices) {
    this.kit = kit;
    this.router = router;
    this.indexes = indexes;
    this.stalls = stalls;
    this.ledger = ledger;
    this.choices = choices;
  }

  String start(IndexPlan plan) throws InterruptedException {
    Tables now = router.now();
    if (now.two()) {
      return "Nothing begun: there is a second table already, "
          + now.other()
          + ". Swap and drop the old one, or abandon the build.";
    }
    if (indexes.named(plan.name(now.live())).isPresent()) {
      return "There is an index " + plan.name(now.live()) + " already.";
    }
    String table = "orders_" + ++tablesMade;
    kit.store()
        .aside(connection -> {
          OrderTable.create(connection, table);
          return table;
        });
    indexes.prepare(now.live(), table, plan);
    Change begun = stalls.begin("online build of " + plan.name(table));
    router.turn(new Tables(now.live(), table, choices.get().inStep(), false));
    begin(now.live(), table);
    kit.background("online-build-" + table, () -> copy(table, begun));
    return "Building " + plan.name(table) + " on " + table + ", " + total + " rows to copy.";
  }

  private void begin(String live, String table) throws InterruptedException {
    upTo = kit.store().aside(connection -> OrderTable.highestId(connection, live));
    total = kit.store().aside(connection -> OrderTable.count(connection, live));
    copied = 0;
    after = 0;
    differences = Double.NaN;
    tookSeconds = Double.NaN;
    beganNanos = kit.world().ticks().nanos();
    state = State.COPYING;
    job = kit.jobs().start("build-" + table, "Copies " + live + " into " + table, "rows", total);
  }

  private void copy(String table, Change begun) throws InterruptedException {
    Hop hop = kit.hop("builder>store");
    Visit errand = kit.errand("online-build");
    while (router.now().other().equals(table) && after < upTo) {
      if (state == State.COPYING) {
        chunk(hop, errand, table);
      } else {
        perSecond = 0;
        kit.world().pause().sleepNanos(PIECE_NANOS);
      }
    }
    perSecond = 0;
    if (after >= upTo) {
      state = State.BUILT;
      tookSeconds = (kit.world().ticks().nanos() - beganNanos) / 1e9;
      begun.end("built");
      tell(it -> it.done(table + " holds every row"));
      kit.log("INFO", "builder", table + " holds every row of the live table");
    } else {
      begun.end("abandoned");
      tell(it -> it.failed("abandoned"));
    }
  }

  private void chunk(Hop hop, Visit errand, String table) throws InterruptedException {
    Choices now = choices.get();
    String live = router.now().live();
    long begunNanos = kit.world().ticks().nanos();
    long from = after;
    try {
      long last =
          kit.store()
              .query(
                  hop,
                  errand,
                  connection ->
                      OrderTable.copy(connection, live, table, from, upTo, now.chunkRows()));
      long rows = Math.min(now.chunkRows(), total - copied);
      copied += rows;
      tell(it -> it.progress(copied));
      after = last;
      rest(begunNanos, rows, now.copyRate());
    } catch (HopFailure failure) {
      kit.log("WARN", "builder", "chunk after " + from + " again: " + failure.why().detail());
      kit.world().pause().sleepNanos(PIECE_NANOS);
    }
  }

  /// Waits until so many rows may have been copied at the rate.
  private void rest(long begunNanos, long rows, long rate) throws InterruptedException {
    if (rate > 0) {
      long dueNanos = begunNanos + TimeUnit.SECONDS.toNanos(rows) / rate;
      long left = dueNanos - kit.world().ticks().nanos();
      if (left > 0) {
        kit.world().pause().sleepNanos(left);
      }
    }
    long tookNanos = Math.max(1, kit.world().ticks().nanos() - begunNanos);
    perSecond = rows * 1e9 / tookNanos;
  }

  String pause() {
    if (state != State.COPYING) {
      return "Nothing is being copied.";
    }
    state = State.PAUSED;
    tell(Job::pause);
    return "Paused at " + copied + " of " + total + " rows. Writes still go to both tables.";
  }

  String resume() {
    if (state != State.PAUSED && state != State.DEAD) {
      return "Nothing to take up.";
    }
    state = State.COPYING;
    tell(Job::resume);
    return "Goes on behind row " + after + ".";
  }

  /// The process that copies dies; what it committed is there.
  void die() {
    if (state == State.COPYING) {
      state = State.DEAD;
      tell(it -> {
        it.pause();
        it.note("the process died; resume-build takes it up");
      });
      kit.log("ERROR", "builder", "died behind row " + after + "; resume-build takes it up there");
    }
  }

  /// Compares both tables, row by row.
  String validate() throws InterruptedException {
    Tables now = router.now();
    if (!now.two()) {
      return "There is no second table to compare with.";
    }
    Set<Long> wrong = new HashSet<>(different(now));
    if (!wrong.isEmpty()) {
      kit.world().pause().sleepNanos(PIECE_NANOS);
      wrong.retainAll(different(now));
    }
    differences = wrong.size();
    return wrong.isEmpty()
        ? "No row of " + now.live() + " is missing in " + now.other() + " or older there."
        : wrong.size()
            + " rows of "
            + now.live()
            + " are missing in "
            + now.other()
            + " or older there, such as "
            + wrong.stream().sorted().limit(EXAMPLES).toList()
            + ".";
  }

  private List<Long> different(Tables now) throws InterruptedException {
    return kit.store()
        .aside(connection ->
            OrderTable.different(connection, now.live(), now.other(), DIFFERENCES_MAX));
  }

  /// Exchanges the two tables between two writes.
  String swap(boolean back) throws InterruptedException {
    Tables now = router.now();
    if (!now.two() || now.turned() != back) {
      return back ? "There is nothing to go back to." : "There is no second table to swap to.";
    }
    Change swap = stalls.begin((back ? "swap back to " : "swap to ") + now.other());
    router.turn(now.swapped());
    swap.end("done");
    ledger.checkSoon();
    return now.other()
        + " is live now; "
        + now.live()
        + " is kept"
        + (now.both() ? " and written too, so you can go back." : ", and grows old.");
  }

  /// Ends the time of two tables: drops the old one, or the one that was being built.
  String drop(boolean old) throws InterruptedException {
    Tables now = router.now();
    if (!now.two() || now.turned() != old) {
      return old ? "There is no old table to drop." : "There is no build to abandon.";
    }
    Change drop = stalls.begin("DROP TABLE " + now.other());
    router.turn(now.alone());
    try {
      kit.store()
          .aside(connection -> {
            OrderTable.execute(connection, "DROP TABLE " + now.other());
            return 0;
          });
    } catch (HopFailure failure) {
      router.turn(now);
      drop.end("not dropped: " + failure.why().reason());
      return "Not dropped: " + failure.why().detail() + ".";
    }
    state = State.NONE;
    indexes.forget(now.other());
    drop.end("done");
    ledger.checkSoon();
    return "Dropped " + now.other() + (old ? "; from here there is no way back." : ".");
  }

  State state() {
    return state;
  }

  long copied() {
    return Math.min(copied, total);
  }

  long total() {
    return total;
  }

  double share() {
    return state == State.BUILT ? 1 : total == 0 ? 0 : Math.min(1.0, (double) copied / total);
  }

  double perSecond() {
    return perSecond;
  }

  /// How long the last build took; NaN before it is complete.
  double tookSeconds() {
    return tookSeconds;
  }

  /// What the last comparison found; NaN before the first.
  double differences() {
    return differences;
  }

  private void tell(Consumer<Job> news) {
    Job told = job;
    if (told != null) {
      news.accept(told);
    }
  }
}
