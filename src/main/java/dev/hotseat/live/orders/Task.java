package dev.hotseat.live.orders;

import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;
import java.util.concurrent.TimeUnit;

/// One call in the hands of one thread of one process. Everything that takes time goes through
/// here, so that it stops when the process stops, and so that the thread view can say what the
/// thread is at.
final class Task {
  private static final String AT_WORK = "computes";

  private final Visit visit;
  private final Request request;
  private final Instance instance;
  private final Lifetime lifetime;
  private final Store store;
  private final long begunNanos;
  private volatile String doing = AT_WORK;
  private volatile int connections;

  Task(
      Visit visit,
      Request request,
      Instance instance,
      Lifetime lifetime,
      Store store,
      long begunNanos) {
    this.visit = visit;
    this.request = request;
    this.instance = instance;
    this.lifetime = lifetime;
    this.store = store;
    this.begunNanos = begunNanos;
  }

  Visit visit() {
    return visit;
  }

  Request request() {
    return request;
  }

  Instance instance() {
    return instance;
  }

  /// Whether the code of this process behaves so.
  boolean runs(Trait trait) {
    return lifetime.runs(trait);
  }

  Lifetime lifetime() {
    return lifetime;
  }

  /// Occupies a core of the instance.
  void compute(double millis) throws InterruptedException {
    lifetime.heap().checkpoint();
    instance.cores().compute((long) (millis * TimeUnit.MILLISECONDS.toNanos(1)));
    lifetime.heap().checkpoint();
  }

  /// Leaves garbage behind.
  void allocate(long bytes) {
    lifetime.heap().allocate(bytes);
  }

  /// Takes a connection from the instance's pool, does something on it, and gives it back.
  ///
  /// @param purpose what for, as the thread view shows it
  <T> T query(String purpose, Store.Sql<T> work) throws InterruptedException {
    return waiting(
        "waits for a connection of " + instance.pool(),
        () ->
            store.query(
                instance.toPool(),
                visit,
                connection -> {
                  connections++;
                  try {
                    doing = purpose;
                    lifetime.heap().checkpoint();
                    return work.on(connection);
                  } finally {
                    connections--;
                  }
                }));
  }

  /// Asks another team's service, with everything that the instance does about its failures.
  void ask(Downstream downstream) throws InterruptedException {
    waiting(
        "waits for " + downstream.name(),
        () -> {
          instance.caller(downstream).call(this);
          return downstream;
        });
  }

  /// Does something that takes time and is none of the above.
  ///
  /// @param what as the thread view shows it
  <T> T waiting(String what, Step<T> step) throws InterruptedException {
    String before = doing;
    doing = what;
    try {
      return step.take();
    } finally {
      doing = before;
      lifetime.heap().checkpoint();
    }
  }

  /// What the thread is at.
  String doing() {
    return connections > 0 && doing.startsWith("waits") ? doing + ", holding a connection" : doing;
  }

  long begunNanos() {
    return begunNanos;
  }

  void log(String level, String message) {
    visit.log(level, instance.name(), message);
  }

  /// Something that takes time.
  @FunctionalInterface
  interface Step<T> {
    T take() throws InterruptedException;
  }
}
