package dev.hotseat.load;

import dev.hotseat.exchange.Call;
import java.util.concurrent.atomic.AtomicBoolean;

/// One call on its way, for one arrival.
final class Attempt {
  private final int operation;
  private final int number;
  private final long arrivedNanos;
  private final Call call;
  private final AtomicBoolean settled = new AtomicBoolean();

  /// The first attempt of an arrival.
  Attempt(int operation, Call call) {
    this(operation, 1, call.dueNanos(), call);
  }

  private Attempt(int operation, int number, long arrivedNanos, Call call) {
    this.operation = operation;
    this.number = number;
    this.arrivedNanos = arrivedNanos;
    this.call = call;
  }

  /// The client's next try of the same call.
  Attempt again(long dueNanos) {
    var later =
        new Call(
            call.method(),
            call.path(),
            call.query(),
            call.headers(),
            call.body(),
            dueNanos,
            call.patience(),
            call.traceparent());
    return new Attempt(operation, number + 1, arrivedNanos, later);
  }

  /// Claims the right to say what became of it for its client: true for the first to ask only. The
  /// answer, the client's patience and the end of the run compete for it.
  boolean settle() {
    return settled.compareAndSet(false, true);
  }

  boolean isSettled() {
    return settled.get();
  }

  /// Position of its traffic among the operations of the profile.
  int operation() {
    return operation;
  }

  /// 1 for the first attempt of an arrival.
  int number() {
    return number;
  }

  /// When the arrival was due, whichever attempt this is.
  long arrivedNanos() {
    return arrivedNanos;
  }

  long dueNanos() {
    return call.dueNanos();
  }

  Call call() {
    return call;
  }

  /// Whether its client has stopped waiting by then.
  boolean abandonedAt(long nowNanos) {
    return call.abandonedAt(nowNanos);
  }
}
