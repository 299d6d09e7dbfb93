package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Work;
import dev.hotseat.live.migration.Progress.State;

/// How far one thing at a time has come, for whoever looks, and where it can be cancelled: between
/// two of its stretches. Told by the thread that does it.
final class ProgressBar {
  private volatile Progress now = Progress.NONE;
  private volatile boolean cancelWanted;

  Progress now() {
    return now;
  }

  /// So much is done.
  ///
  /// @throws HopFailure when it has been cancelled and is to go no further
  void at(long done, long total) {
    at(done, total, "");
  }

  /// @param note what it is at
  void at(long done, long total, String note) {
    heed();
    now = new Progress(State.RUNNING, done, total, 0, note);
  }

  /// Ends it here if it has been cancelled.
  void heed() {
    if (cancelWanted) {
      throw Cancelled.failure();
    }
  }

  /// All of it is done.
  void full(String note) {
    now = now.ended(State.DONE, note);
  }

  /// Whoever does it is to end, at the next place where it can.
  void cancel() {
    cancelWanted = true;
  }

  /// Whether it ended, the last time, because it was cancelled.
  boolean cancelled() {
    return now.state() == State.CANCELLED;
  }

  /// Does work that says when all of it is done; if it ends in any other way, that shows.
  ///
  /// @param otherwise what to say of it then
  <T, E extends Exception> T during(Work<T, E> work, String otherwise)
      throws E, InterruptedException {
    now = Progress.NONE;
    cancelWanted = false;
    try {
      return work.run();
    } catch (HopFailure failure) {
      if (Cancelled.is(failure)) {
        now = now.ended(State.CANCELLED, Cancelled.BY);
      }
      throw failure;
    } finally {
      if (now.state().goesOn()) {
        now = now.ended(State.FAILED, otherwise);
      }
    }
  }
}
