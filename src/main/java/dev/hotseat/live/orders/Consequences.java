package dev.hotseat.live.orders;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Judges what was done by what followed from it.
/*
 * An action is harmful when one of two things was measured, in the ten seconds after it against the
 * ten before:
 *
 * - the share of bad calls (failed, too slow, or turned away) rose by more than five points beyond
 *   the trend it had already;
 * - calls were cut or turned away by operations themselves, and nothing got better for it: bad calls
 *   did not get rarer by five points, and no wrong orders were prevented.
 *
 * So blocking the tenant that hurts everybody is no harm, and blocking another one is; so is a
 * restart that cuts calls and cures nothing. Whether the diagnosis behind it was right plays no part.
 * Seconds in which the world itself changed (something new broke) are nobody's fault: what they would
 * decide is not judged.
 */
final class Consequences {
  private static final int WINDOW_SECONDS = 10;
  private static final double POINTS = 0.05;
  private static final long INNOCENTS = 5;
  private static final long CALLS_LEAST = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Tally> lately = new ArrayDeque<>();
  private final List<Watched> watched = new ArrayList<>();
  private final List<String> harmful = new ArrayList<>();

  /// What one second saw.
  ///
  /// @param bad calls that failed, took too long, or were turned away
  /// @param hurt those among them that an operation cut or turned away
  /// @param wrong orders that were written wrongly
  record Tally(long calls, long bad, long hurt, long wrong) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          calls + other.calls, bad + other.bad, hurt + other.hurt, wrong + other.wrong);
    }

    double badShare() {
      return calls == 0 ? 0 : bad / (double) calls;
    }
  }

  /// Something is about to be done.
  void watch(String action) {
    lock.lock();
    try {
      watched.add(new Watched(action, List.copyOf(lately)));
    } finally {
      lock.unlock();
    }
  }

  /// The world itself has changed, so nothing that is watched can be told from it.
  void disturbed() {
    lock.lock();
    try {
      watched.clear();
    } finally {
      lock.unlock();
    }
  }

  /// A second has passed.
  void second(Tally tally) {
    lock.lock();
    try {
      if (lately.size() == WINDOW_SECONDS) {
        lately.removeFirst();
      }
      lately.addLast(tally);
      for (Iterator<Watched> each = watched.iterator(); each.hasNext(); ) {
        Watched one = each.next();
        one.after.add(tally);
        if (one.after.size() == WINDOW_SECONDS) {
          each.remove();
          if (one.harmed()) {
            harmful.add(one.action);
          }
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Actions that did harm, in the order in which that showed.
  List<String> harmful() {
    lock.lock();
    try {
      return List.copyOf(harmful);
    } finally {
      lock.unlock();
    }
  }

  /// An action with the seconds around it.
  private static final class Watched {
    private final String action;
    private final List<Tally> before;
    private final List<Tally> after = new ArrayList<>();

    Watched(String action, List<Tally> before) {
      this.action = action;
      this.before = before;
    }

    boolean harmed() {
      Tally then = sum(before);
      Tally now = sum(after);
      if (then.calls() < CALLS_LEAST || now.calls() < CALLS_LEAST) {
        return false;
      }
      boolean prevented = then.wrong() > 0 && now.wrong() == 0;
      double rose = now.badShare() - then.badShare();
      boolean worse = rose > POINTS + trend();
      boolean hurt = now.hurt() - then.hurt() >= INNOCENTS;
      boolean better = -rose >= POINTS;
      return !prevented && (worse || (hurt && !better));
    }

    /// By how much the share of bad calls would rise if it went on rising as it did before.
    private double trend() {
      int half = before.size() / 2;
      double early = sum(before.subList(0, half)).badShare();
      double late = sum(before.subList(half, before.size())).badShare();
      return 2 * Math.max(0, late - early);
    }

    private static Tally sum(List<Tally> seconds) {
      return seconds.stream().reduce(Tally.NONE, Tally::plus);
    }
  }
}
