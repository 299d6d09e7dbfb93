package dev.hotseat.telemetry;

import dev.hotseat.world.TickSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// All meters of one system, closed together once a second.
public final class Meters {
  private final TickSource ticks;
  private final ReentrantLock closing = new ReentrantLock();
  private final Map<String, Meter> operations = new LinkedHashMap<>();
  private final Map<String, Meter> hops = new LinkedHashMap<>();
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Reason> reasons = new ConcurrentHashMap<>();
  private Map<String, Double> levels = Map.of();
  private long closedNanos;
  private long second;

  /// Meters for the given operations, in each of the given regions, and for the given hops.
  public Meters(
      TickSource ticks, List<String> operations, List<String> regions, List<String> hops) {
    this.ticks = ticks;
    this.closedNanos = ticks.nanos();
    operations.forEach(name -> addOperation(name, regions));
    hops.forEach(this::addHop);
  }

  /// The meter of an operation in a region; the region is empty where the system has none.
  public Meter operation(String name, String region) {
    return known(operations, region.isEmpty() ? name : name + "@" + region);
  }

  /// The meter of a hop.
  public Meter hop(String name) {
    return known(hops, name);
  }

  /// Counts one failure or refusal by its reason.
  public void refused(String reason) {
    reasons.computeIfAbsent(reason, _ -> new Reason()).count.increment();
  }

  /// Closes the current second.
  ///
  /// @param levels figures that are read, not counted, under their full keys, such as `inUse/store`
  public Readings close(Map<String, Double> levels) {
    closing.lock();
    try {
      long now = ticks.nanos();
      long elapsed = Math.max(1, now - closedNanos);
      closedNanos = now;
      this.levels = Map.copyOf(levels);
      return read(elapsed);
    } finally {
      closing.unlock();
    }
  }

  /// Everything since the start as Prometheus text exposition, as of the last closed second.
  public String prometheus() {
    closing.lock();
    try {
      Map<String, Long> refused = new HashMap<>();
      reasons.forEach((name, reason) -> refused.put(name, reason.total()));
      return Exposition.text(operations, hops, refused, levels);
    } finally {
      closing.unlock();
    }
  }

  private Readings read(long elapsed) {
    Map<Meter, Slice> slices = new IdentityHashMap<>();
    operations.values().forEach(meter -> slices.put(meter, meter.close(elapsed)));
    hops.values().forEach(meter -> slices.put(meter, meter.close(elapsed)));
    Map<String, Double> numbers = new HashMap<>(levels);
    Map<String, Double> recent = new HashMap<>(levels);
    subjects.forEach(subject -> subject.close(slices, numbers, recent));
    reasons.forEach((name, reason) -> reason.close("why/" + name, elapsed, numbers, recent));
    return new Readings(++second, numbers, recent);
  }

  private void addOperation(String name, List<String> regions) {
    if (regions.isEmpty()) {
      subjects.add(new Subject(name, List.of(added(operations, name)), true));
      return;
    }
    List<Meter> all = new ArrayList<>();
    for (String region : regions) {
      Meter here = added(operations, name + "@" + region);
      all.add(here);
      subjects.add(new Subject(name + "@" + region, List.of(here), true));
    }
    subjects.add(new Subject(name, all, true));
  }

  private void addHop(String name) {
    subjects.add(new Subject(name, List.of(added(hops, name)), false));
  }

  private static Meter added(Map<String, Meter> to, String name) {
    Meter meter = new Meter();
    if (to.put(name, meter) != null) {
      throw new IllegalArgumentException("declared twice: " + name);
    }
    return meter;
  }

  private static Meter known(Map<String, Meter> in, String name) {
    Meter found = in.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no meter " + name + " among " + in.keySet());
    }
    return found;
  }

  /// How often something was refused for one reason, in total and in each of the last five seconds.
  private static final class Reason {
    private static final int RECENT_SECONDS = 5;
    private final LongAdder count = new LongAdder();
    private final long[] events = new long[RECENT_SECONDS];
    private final long[] nanos = new long[RECENT_SECONDS];
    private long closed;
    private int next;

    long total() {
      return count.sum();
    }

    void close(String key, long elapsed, Map<String, Double> numbers, Map<String, Double> recent) {
      long now = count.sum();
      events[next] = now - closed;
      nanos[next] = elapsed;
      numbers.put(key, events[next] * 1e9 / elapsed);
      recent.put(key, sum(events) * 1e9 / Math.max(1, sum(nanos)));
      closed = now;
      next = (next + 1) % RECENT_SECONDS;
    }

    private static long sum(long[] of) {
      long sum = 0;
      for (long each : of) {
        sum += each;
      }
      return sum;
    }
  }
}
