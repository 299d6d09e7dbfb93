package dev.hotseat.live;

import org.jspecify.annotations.Nullable;

/// Work of a system that takes a while, as people watch it: how far it is, how fast it goes, how
/// long it will take. What is not told here is not shown, however long it takes.
public interface Jobs {
  /// Begins to show a job; it is running. It is shown until the system is reset, or until many
  /// later ones have come.
  ///
  /// @param name such as `backfill`
  /// @param meaning one line
  /// @param unit of `total`, such as `rows`
  /// @param total how much there is to do, above zero
  Job start(String name, String meaning, String unit, double total);

  /// One job. Its methods may be called from any thread and cost next to nothing; after `done`,
  /// `failed` or `cancelled` they do nothing.
  interface Job {
    /// How much is done by now, of the total.
    void progress(double done);

    /// There is more, or less, to do than it seemed.
    void total(double total);

    /// What it is at, or what holds it up; shown beside it.
    void note(String words);

    /// It waits until it is resumed.
    void pause();

    /// It goes on.
    void resume();

    /// It has come to its end.
    void done(String words);

    /// It has broken off.
    void failed(String words);

    /// It has been ended by people before its time.
    void cancelled(String words);
  }

  /// How a job stands.
  enum State {
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED;

    /// Whether it will not change any more.
    public boolean over() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /// A job at one moment.
  ///
  /// @param number counted from 1 in one life of the system
  /// @param perSecond how much was done in a second lately; on average, once it is over
  /// @param secondsLeft at that speed; absent where it cannot be said
  /// @param note may be empty
  record Standing(
      long number,
      String name,
      String meaning,
      State state,
      double done,
      double total,
      String unit,
      double perSecond,
      @Nullable Double secondsLeft,
      String note) {}
}
