package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.migration.Steps.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Work that may take longer than whoever ordered it wants to wait: done on a thread of its own,
/// answered at once if it is quick.
final class Errands {
  private static final long PATIENCE_MILLIS = 1_500;

  private final Runner background;
  private final Steps steps;
  private final Map<String, Errand> underWay = new ConcurrentHashMap<>();
  private final AtomicLong begun = new AtomicLong();

  Errands(Runner background, Steps steps) {
    this.background = background;
    this.steps = steps;
  }

  /// Does a step of the migration, and writes down what it did.
  String step(String name, Task task) throws InterruptedException {
    return order(name, () -> new Booked(steps.begin(name)), task, "the sheet of steps tells");
  }

  /// Does something that changes nothing.
  String look(String name, Task task) throws InterruptedException {
    return order(name, () -> new Unbooked(name), task, "its sheet tells");
  }

  private String order(String name, Supplier<Record> records, Task task, String teller)
      throws InterruptedException {
    Errand errand = new Errand(begun.incrementAndGet(), new CountDownLatch(1));
    if (underWay.putIfAbsent(name, errand) != null) {
      return name + " is under way already.";
    }
    Record record = records.get();
    background.begin(
        name,
        () -> {
          try {
            carryOut(task, record);
          } finally {
            underWay.remove(name);
            errand.end().countDown();
          }
        });
    return errand.ends()
        ? record.did()
        : "%s has begun; %s when it is done.".formatted(name, teller);
  }

  private static void carryOut(Task task, Record record) throws InterruptedException {
    boolean told = false;
    try {
      record.done(task.run());
      told = true;
    } catch (HopFailure failure) {
      if (Cancelled.is(failure)) {
        record.cancelled();
      } else {
        record.failed(failure.why().reason() + ": " + failure.why().detail());
      }
      told = true;
    } finally {
      if (!told) {
        record.failed("ended before its time");
      }
    }
  }

  /// Waits a while for the end of what is done by this name, and says whether it has come.
  boolean ends(String name) throws InterruptedException {
    Errand errand = underWay.get(name);
    return errand == null || errand.ends();
  }

  /// How much of it is being done at this moment.
  int underWay() {
    return underWay.size();
  }

  /// Whether this is being done at this moment.
  boolean underWay(String name) {
    return underWay.containsKey(name);
  }

  /// What is being done at this moment, in the order in which it was begun.
  List<String> names() {
    return underWay.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getValue().number()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Starts work on a thread that whoever owns the system ends with it.
  @FunctionalInterface
  interface Runner {
    void begin(String name, Kit.Background work);
  }

  /// What is done, and says in a sentence what it did.
  @FunctionalInterface
  interface Task {
    String run() throws InterruptedException;
  }

  /// One piece of work.
  ///
  /// @param number counted as they begin
  private record Errand(long number, CountDownLatch end) {
    boolean ends() throws InterruptedException {
      return end.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /// Where it is written down what became of it.
  private interface Record {
    void done(String what);

    void failed(String why);

    void cancelled();

    String did();
  }

  private record Booked(Step step) implements Record {
    @Override
    public void done(String what) {
      step.done(what);
    }

    @Override
    public void failed(String why) {
      step.failed(why);
    }

    @Override
    public void cancelled() {
      step.cancelled();
    }

    @Override
    public String did() {
      return step.did();
    }
  }

  private static final class Unbooked implements Record {
    private final String name;
    private volatile String did = "";

    Unbooked(String name) {
      this.name = name;
    }

    @Override
    public void done(String what) {
      did = what;
    }

    @Override
    public void failed(String why) {
      did = name + " failed: " + why;
    }

    @Override
    public void cancelled() {
      did = name + " was cancelled " + Cancelled.BY + ".";
    }

    @Override
    public String did() {
      return did;
    }
  }
}
