package dev.hotseat.live.migration;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What clients live through: how long requests take, which fail, and which answers deny what the
/// client was told before.
final class Experience {
  private final Impact impact;
  private final Replica replica;
  private final Terms terms;
  private final LongAdder writesFailed = new LongAdder();
  private final LongAdder wrongReads = new LongAdder();
  private final AtomicLong longestNanos = new AtomicLong();

  Experience(Impact impact, Replica replica, Terms terms) {
    this.impact = impact;
    this.replica = replica;
    this.terms = terms;
  }

  /// A request was answered.
  void was(boolean reading, long nanos, boolean failed) {
    impact.note(reading ? Impact.Kind.READ : Impact.Kind.WRITE, nanos, failed);
    longestNanos.accumulateAndGet(nanos, Math::max);
    if (failed && !reading) {
      writesFailed.increment();
    }
  }

  /// A write was carried out.
  void wrote() {
    replica.wrote(1);
  }

  /// A client read a customer of whom something was known before it asked.
  void read(long id, Optional<Known> known, Optional<OldRow> found) {
    boolean denied = known.isPresent() ? denies(known.get(), found) : found.isEmpty() && seeded(id);
    if (denied) {
      wrongReads.increment();
    }
  }

  long writesFailed() {
    return writesFailed.sum();
  }

  /// Reads that denied a customer who is there, showed one who is gone, or something older than
  /// what was acknowledged before.
  long wrongReads() {
    return wrongReads.sum();
  }

  /// The longest request since this was asked last.
  long takeLongestNanos() {
    return longestNanos.getAndSet(0);
  }

  private boolean seeded(long id) {
    return terms.seeded(id).isPresent() && !terms.perhapsRemoved(id);
  }

  private boolean denies(Known known, Optional<OldRow> found) {
    if (known.gone()) {
      return found.isPresent();
    }
    return found
        .map(row -> row.version() < known.version())
        .orElse(!terms.perhapsRemoved(known.id()));
  }
}
