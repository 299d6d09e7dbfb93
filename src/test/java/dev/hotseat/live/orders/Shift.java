package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Design;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystem.LogQuery;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.telemetry.Trace;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// A night on call: the service under constant traffic, open loop, what its customers feel, and the
/// instruments that anybody can read.
final class Shift extends LiveRig {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  /// Checkouts of one look at how they fare.
  private static final int LOOK = 120;

  private static final int CALM_LOOKS_MAX = 12;
  private static final double CALM_MILLIS = 110;

  private final List<Ended> ended = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread sender;
  private volatile boolean over;

  /// A shift with this traffic: kinds and calls a second in turn.
  Shift(long seed, Object... kindsAndRates) {
    super(new OrdersBlueprint(), World.real(seed), Map.of());
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < kindsAndRates.length; i += 2) {
      String kind = kindsAndRates[i].toString();
      double rate = ((Number) kindsAndRates[i + 1]).doubleValue();
      sources.add(new Source(rate, system.traffic(kind, Map.of())));
    }
    this.sender = Thread.ofVirtual().start(() -> send(sources));
  }

  private record Source(double rate, CallSource calls) {}

  /// A checkout that came to its end.
  ///
  /// @param dueNanos when it was due
  record Ended(long dueNanos, double millis, boolean failed) {}

  private void send(List<Source> sources) {
    RandomGenerator random = world.dice().stream("shift");
    double rate = sources.stream().mapToDouble(Source::rate).sum();
    long due = now();
    while (!over) {
      due += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
      Call call = pick(sources, random.nextDouble() * rate).calls().next(due, random);
      try {
        world.pause().sleepNanos(due - now());
      } catch (InterruptedException _) {
        return;
      }
      Thread _ = Thread.ofVirtual().start(() -> handle(call));
    }
  }

  private static Source pick(List<Source> sources, double at) {
    double left = at;
    for (Source source : sources) {
      left -= source.rate();
      if (left < 0) {
        return source;
      }
    }
    return sources.getLast();
  }

  private void handle(Call call) {
    Reply reply = system.handle(call);
    if (call.path().equals("/checkout")) {
      double millis = (now() - call.dueNanos()) / 1e6;
      lock.lock();
      try {
        ended.add(new Ended(call.dueNanos(), millis, reply.failed()));
      } finally {
        lock.unlock();
      }
    }
  }

  /// The next checkouts that are due from now on, once so many have ended.
  List<Ended> next(int checkouts) throws InterruptedException {
    long from = now();
    while (now() - from < PATIENCE_NANOS) {
      pause(100);
      List<Ended> found = since(from);
      if (found.size() >= checkouts) {
        return found;
      }
    }
    throw new AssertionError("of " + checkouts + " checkouts only " + since(from).size());
  }

  private List<Ended> since(long from) {
    lock.lock();
    try {
      ended.removeIf(each -> each.dueNanos() < from);
      return List.copyOf(ended);
    } finally {
      lock.unlock();
    }
  }

  static double p99(List<Ended> checkouts) {
    double[] sorted = checkouts.stream().mapToDouble(Ended::millis).sorted().toArray();
    return sorted[(int) (sorted.length * 0.99)];
  }

  static double failedShare(List<Ended> checkouts) {
    return checkouts.stream().filter(Ended::failed).count() / (double) checkouts.size();
  }

  /// How long a slow checkout takes in the calmest of some looks; after the first calm one nobody
  /// looks on.
  double calmest() throws InterruptedException {
    double calmest = Double.MAX_VALUE;
    for (int i = 0; i < CALM_LOOKS_MAX && calmest > CALM_MILLIS; i++) {
      calmest = Math.min(calmest, p99(next(LOOK)));
    }
    return calmest;
  }

  /// How long a slow checkout takes now.
  double p99() throws InterruptedException {
    return p99(next(2 * LOOK));
  }

  /// Waits until a slow checkout takes longer than this, and still does in a longer look after
  /// that: what was done may have helped for a while. Gives the last look where it never does.
  double staysUp(double millis) throws InterruptedException {
    long from = now();
    double last;
    do {
      double _ = waits(look -> p99(look) > millis, "more than " + millis);
      last = p99();
    } while (last <= millis && now() - from < PATIENCE_NANOS);
    return last;
  }

  /// Waits for a look at which a slow checkout takes no longer than this and hardly anybody fails.
  double comesDownTo(double millis) throws InterruptedException {
    return waits(look -> p99(look) <= millis && failedShare(look) < 0.03, "at most " + millis);
  }

  private double waits(Predicate<List<Ended>> until, String expected) throws InterruptedException {
    long from = now();
    String last = "";
    while (now() - from < PATIENCE_NANOS) {
      List<Ended> look = next(LOOK);
      if (until.test(look)) {
        return p99(look);
      }
      last = p99(look) + " ms, " + failedShare(look) + " failed";
    }
    throw new AssertionError("expected p99 " + expected + ", last " + last);
  }

  List<List<String>> sheet(String name, String... parameters) throws InterruptedException {
    return system.sheet(name, pairs(parameters)).rows();
  }

  /// Rows of the database. A statement has to be read within a second, which the first one of a
  /// process may miss where the machine is very busy: then a person asks again.
  List<List<String>> sql(String statement) throws InterruptedException {
    long from = now();
    while (true) {
      try {
        return system.sql(statement).rows();
      } catch (LiveSystem.SqlRefusal refusal) {
        if (now() - from > PATIENCE_NANOS) {
          throw refusal;
        }
        pause(100);
      }
    }
  }

  /// Waits until a row of a sheet is as wanted, and gives it.
  List<String> row(String sheet, Predicate<List<String>> wanted, String... parameters)
      throws InterruptedException {
    long from = now();
    while (now() - from < PATIENCE_NANOS) {
      for (List<String> row : sheet(sheet, parameters)) {
        if (wanted.test(row)) {
          return row;
        }
      }
      pause(20);
    }
    throw new AssertionError("no such row in " + sheet + ": " + sheet(sheet, parameters));
  }

  /// A fault begins as when the script of an incident begins it: the log says nothing of it.
  void breaks(String fault) {
    system.startFault(fault, OptionalDouble.empty(), false);
  }

  /// All that can be read at this moment without being the service.
  String instruments() throws InterruptedException {
    StringBuilder all = new StringBuilder();
    for (Design.Sheet each : system.design().sheets()) {
      all.append(system.sheet(each.name(), Map.of()));
    }
    for (List<String> deploy : sheet("deploys")) {
      all.append(system.sheet("deploys", Map.of("deploy", deploy.getFirst())));
    }
    return all.append(system.logs(new LogQuery("", "", "", Long.MAX_VALUE, 1_000)))
        .append(system.traces(new TraceQuery("", false, 0, 500, true)))
        .append(system.jobs())
        .toString();
  }

  /// The deploy whose diff says this.
  String deploySaying(String words) throws InterruptedException {
    for (List<String> row : sheet("deploys")) {
      String id = row.getFirst();
      if (system.sheet("deploys", Map.of("deploy", id)).text().contains(words)) {
        return id;
      }
    }
    throw new AssertionError("no deploy says " + words);
  }

  /// Waits for the trace of a checkout of the last ten seconds that looks like this.
  void trace(Predicate<Trace> wanted) throws InterruptedException {
    long from = now();
    while (now() - from < PATIENCE_NANOS) {
      if (lately().stream().anyMatch(wanted)) {
        return;
      }
      pause(200);
    }
    throw new AssertionError("no such trace");
  }

  /// Traces of checkouts of the last ten seconds.
  List<Trace> lately() {
    Instant since = world.wall().instant().minusSeconds(10);
    return system.traces(new TraceQuery("checkout", false, 0, 500, false)).stream()
        .filter(trace -> trace.at().isAfter(since))
        .toList();
  }

  /// Waits until a gauge of a closing second is at least this.
  void gaugeReaches(String name, double least) throws InterruptedException {
    long from = now();
    while (now() - from < PATIENCE_NANOS) {
      pause(500);
      if (system.second().number("gauge/" + name).orElse(0) >= least) {
        return;
      }
    }
    throw new AssertionError(name + " stays under " + least);
  }

  @Override
  public void close() {
    over = true;
    sender.interrupt();
    super.close();
  }
}
