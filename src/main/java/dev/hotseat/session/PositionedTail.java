package dev.hotseat.session;

import dev.hotseat.event.Entry;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// A tail that remembers the last entry it gave out and reads on from there.
final class PositionedTail implements Tail {
  private final EntryLog log;
  private final Function<Entry, Stream<Entry>> shown;
  private final int lagMax;
  private long seq;
  private boolean caughtUp;
  private boolean closed;

  /// @param shown what its reader gets to see of an entry
  PositionedTail(EntryLog log, long afterSeq, int lagMax, Function<Entry, Stream<Entry>> shown) {
    this.log = log;
    this.seq = afterSeq;
    this.lagMax = lagMax;
    this.shown = shown;
  }

  @Override
  public List<Entry> next(Duration atMost) throws InterruptedException {
    if (closed) {
      return List.of();
    }
    // A reader that starts far back may take its time until it has caught up once.
    if (caughtUp && log.lastSeq() - seq > lagMax) {
      throw new SessionRefusal(
          SessionRefusal.Kind.CUT, "the reader is more than " + lagMax + " entries behind");
    }
    log.await(seq, atMost.toNanos());
    List<Entry> some = log.some(seq);
    if (!some.isEmpty()) {
      seq = some.getLast().seq();
    }
    caughtUp |= seq == log.lastSeq();
    return some.stream().flatMap(shown).toList();
  }

  @Override
  public boolean finished() {
    return closed || (log.closed() && seq >= log.lastSeq());
  }

  @Override
  public void close() {
    closed = true;
  }
}
