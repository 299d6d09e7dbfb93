package dev.hotseat.live.migration;

import dev.hotseat.live.Work;
import dev.hotseat.live.migration.Progress.State;

/// How far one thing at a time has come, for whoever looks. Told by the thread that does it.
final class ProgressBar {
  private volatile Progress now = Progress.NONE;

  Progress now() {
    return now;
  }

  /// So much is done.
  ///
  /// @throws InterruptedException when whoever does it is to end here
  void at(long done, long total) throws InterruptedException {
    at(done, total, "");
  }

  /// @param note what it is at
  void at(long done, long total, String note) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("told to end");
    }
    now = new Progress(State.RUNNING, done, total, 0, note);
  }

  /// All of it is done.
  void full(String note) {
    now = now.ended(State.DONE, note);
  }

  /// Does work that says when all of it is done; if it ends in any other way, that shows.
  ///
  /// @param otherwise what to say of it then
  <T, E extends Exception> T during(Work<T, E> work, String otherwise)
      throws E, InterruptedException {
    now = Progress.NONE;
    try {
      return work.run();
    } finally {
      if (now.state().goesOn()) {
        now = now.ended(State.FAILED, otherwise);
      }
    }
  }
}
