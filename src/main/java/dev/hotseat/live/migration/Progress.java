package dev.hotseat.live.migration;

import java.util.Locale;

/// How far something long has come.
///
/// @param perSecond over the last two seconds
/// @param note what it waits for or died of; empty while there is nothing to say
record Progress(State state, long done, long total, double perSecond, String note) {
  /// What it is doing.
  enum State {
    IDLE,
    RUNNING,
    WAITING,
    PAUSED,
    DEAD,
    FAILED,
    CANCELLED,
    DONE;

    /// Whether it will go on by itself or when told to.
    boolean goesOn() {
      return this == RUNNING || this == WAITING || this == PAUSED;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Progress NONE = new Progress(State.IDLE, 0, 0, 0, "");

  /// Where it stood when it came to this end.
  Progress ended(State how, String why) {
    return new Progress(how, how == State.DONE ? total : done, total, 0, why);
  }

  double share() {
    return total == 0 ? 0 : (double) done / total;
  }

  /// At the present pace; negative while nobody can tell.
  double secondsLeft() {
    return perSecond <= 0 ? -1 : (total - done) / perSecond;
  }
}
