package dev.hotseat.session;

import dev.hotseat.world.TickSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Which of a candidate's looks at instruments are worth an entry: the first of a kind in a while.
final class Looks {
  private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int WHAT_CHARS_MAX = 200;
  private static final int KINDS_MAX = 256;

  private final TickSource ticks;
  private final int perMinute;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Long> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > KINDS_MAX;
        }
      };
  private long minuteSince;
  private int inMinute;

  Looks(TickSource ticks, int perMinute) {
    this.ticks = ticks;
    this.perMinute = perMinute;
    this.minuteSince = ticks.nanos();
  }

  static String shortened(String what) {
    return what.length() <= WHAT_CHARS_MAX ? what : what.substring(0, WHAT_CHARS_MAX - 1) + "…";
  }

  boolean counts(String instrument, String what) {
    lock.lock();
    try {
      long now = ticks.nanos();
      if (now - minuteSince >= MINUTE_NANOS) {
        minuteSince = now;
        inMinute = 0;
      }
      Long before = last.put(instrument + " " + what, now);
      if (before != null && now - before < AGAIN_NANOS) {
        last.put(instrument + " " + what, before);
        return false;
      }
      return inMinute++ < perMinute;
    } finally {
      lock.unlock();
    }
  }
}
