package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.migration.Steps.Step;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Work that may take longer than whoever ordered it wants to wait: done on a thread of its own,
/// answered at once if it is quick.
final class Errands {
  private static final long PATIENCE_MILLIS = 1_500;

  private final Runner background;
  private final Steps steps;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  Errands(Runner background, Steps steps) {
    this.background = background;
    this.steps = steps;
  }

  /// Does a step of the migration, and writes down what it did.
  String step(String name, Task task) throws InterruptedException {
    if (!underWay.add(name)) {
      return name + " is under way already.";
    }
    Step step = steps.begin(name);
    CountDownLatch end = new CountDownLatch(1);
    background.begin(
        name,
        () -> {
          try {
            step.done(task.run());
          } catch (HopFailure failure) {
            step.failed(failure.why().reason() + ": " + failure.why().detail());
          } finally {
            if (step.running()) {
              step.failed("ended before its time");
            }
            underWay.remove(name);
            end.countDown();
          }
        });
    return end.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        ? step.did()
        : name + " has begun; the sheet of steps tells when it is done.";
  }

  /// Does something that changes nothing.
  String look(String name, Task task) throws InterruptedException {
    if (!underWay.add(name)) {
      return name + " is under way already.";
    }
    String[] said = {name + " failed."};
    CountDownLatch end = new CountDownLatch(1);
    background.begin(
        name,
        () -> {
          try {
            said[0] = task.run();
          } catch (HopFailure failure) {
            said[0] = name + " failed: " + failure.why().detail();
          } finally {
            underWay.remove(name);
            end.countDown();
          }
        });
    return end.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        ? said[0]
        : name + " has begun; its sheet tells when it is done.";
  }

  /// How much of it is being done at this moment.
  int underWay() {
    return underWay.size();
  }

  /// Whether this is being done at this moment.
  boolean underWay(String name) {
    return underWay.contains(name);
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
}
