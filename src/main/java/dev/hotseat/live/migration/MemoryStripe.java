package dev.hotseat.live.migration;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A part of the memory: a table with open addressing over arrays of numbers.

/*
 * Versions of a row rise by one with each write, so a version that is acknowledged twice says that
 * the table had forgotten the first: the rows were put back behind it. The last 64 versions of each
 * customer are kept as bits, because acknowledgements of neighbours may overtake each other, and
 * one that comes late is no sign of a loss.
 */
final class MemoryStripe {
  private static final int KIND_BITS = 2;
  private static final int REACHES_NEW = 1 << KIND_BITS;
  private static final int CAUSE_SHIFT = KIND_BITS + 1;
  private static final Told.Kind[] KINDS = Told.Kind.values();

  private final ReentrantLock lock = new ReentrantLock();
  private long[] ids = new long[16];
  private int[] versions = new int[16];
  private long[] windows = new long[16];
  private int[] oldMarks = new int[16];
  private int[] newMarks = new int[16];
  private int[] atMillis = new int[16];
  private int[] notes = new int[16];
  private int size;

  Optional<Memory.Loss> learn(Told told) {
    lock.lock();
    try {
      if (size * 3 > ids.length * 2) {
        grow();
      }
      int at = slot(told.id());
      if (ids[at] == 0) {
        ids[at] = told.id();
        size++;
        put(at, told, 1);
        return Optional.empty();
      }
      return known(at, told);
    } finally {
      lock.unlock();
    }
  }

  Optional<Known> known(long id) {
    lock.lock();
    try {
      int at = slot(id);
      return ids[at] == 0 ? Optional.empty() : Optional.of(known(at));
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Memory.Loss> known(int at, Told told) {
    long ahead = told.version() - versions[at];
    if (ahead > 0) {
      put(at, told, (ahead >= Long.SIZE ? 0 : windows[at] << ahead) | 1);
      return Optional.empty();
    }
    long behind = -ahead;
    boolean twice = behind >= Long.SIZE || (windows[at] >>> behind & 1) != 0;
    if (!twice) {
      windows[at] |= 1L << behind;
      return Optional.empty();
    }
    int cause = notes[at] >>> CAUSE_SHIFT;
    if (told.askedMillis() <= atMillis[at]) {
      // whoever was told the newest version was on the way at the same time
      return Optional.of(new Memory.Loss(1, cause));
    }
    long lost = Long.bitCount(windows[at] & upTo(behind));
    put(at, told, behind >= Long.SIZE ? 1 : windows[at] >>> behind | 1);
    return Optional.of(new Memory.Loss(lost, cause));
  }

  /// The bits from 0 up to and with this one.
  private static long upTo(long bit) {
    return bit >= Long.SIZE - 1 ? -1L : (1L << (bit + 1)) - 1;
  }

  private void put(int at, Told told, long window) {
    versions[at] = (int) told.version();
    windows[at] = window;
    oldMarks[at] = told.oldMark();
    newMarks[at] = told.newMark();
    atMillis[at] = told.atMillis();
    notes[at] =
        told.cause() << CAUSE_SHIFT | (told.reachesNew() ? REACHES_NEW : 0) | told.kind().ordinal();
  }

  private Known known(int at) {
    return new Known(
        ids[at],
        KINDS[notes[at] & (1 << KIND_BITS) - 1],
        versions[at],
        windows[at],
        oldMarks[at],
        newMarks[at],
        notes[at] >>> CAUSE_SHIFT,
        atMillis[at],
        (notes[at] & REACHES_NEW) != 0);
  }

  /// Where the customer is, or would go.
  private int slot(long id) {
    int mask = ids.length - 1;
    int at = (int) (id * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (ids[at] != 0 && ids[at] != id) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] idsBefore = ids;
    int[] versionsBefore = versions;
    long[] windowsBefore = windows;
    int[] oldBefore = oldMarks;
    int[] newBefore = newMarks;
    int[] atBefore = atMillis;
    int[] notesBefore = notes;
    int length = ids.length * 2;
    ids = new long[length];
    versions = new int[length];
    windows = new long[length];
    oldMarks = new int[length];
    newMarks = new int[length];
    atMillis = new int[length];
    notes = new int[length];
    for (int i = 0; i < idsBefore.length; i++) {
      if (idsBefore[i] != 0) {
        int at = slot(idsBefore[i]);
        ids[at] = idsBefore[i];
        versions[at] = versionsBefore[i];
        windows[at] = windowsBefore[i];
        oldMarks[at] = oldBefore[i];
        newMarks[at] = newBefore[i];
        atMillis[at] = atBefore[i];
        notes[at] = notesBefore[i];
      }
    }
  }
}
