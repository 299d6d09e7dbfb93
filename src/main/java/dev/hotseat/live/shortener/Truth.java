package dev.hotseat.live.shortener;

import dev.hotseat.live.shortener.CodeLedger.Before;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// What really happened, kept beside the system and never read by it: the oracles.
///
/// Losses are found by conservation, not by counting at the places where we expect them: every
/// acknowledged link is in the table, in a buffer, or lost; every served click is counted, in a
/// buffer, or lost.
final class Truth {
  private static final long DELETION_GRACE_NANOS = 10_000_000_000L;
  private final CodeLedger ledger = new CodeLedger();
  private final Set<String> contested = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> deletedAtNanos = new ConcurrentHashMap<>();
  private final Guesses guesses = new Guesses();

  private final AtomicLong linksAcknowledged = new AtomicLong();
  private final AtomicLong linksStored = new AtomicLong();
  private final AtomicLong linksBuffered = new AtomicLong();
  private final LongAdder aliasDoubleWinners = new LongAdder();
  private final LongAdder duplicateCodes = new LongAdder();
  private final LongAdder wrongTargets = new LongAdder();
  private final LongAdder readAfterWriteMisses = new LongAdder();
  private final LongAdder deletedServed = new LongAdder();
  private final LongAdder clicksServed = new LongAdder();
  private final LongAdder clicksCounted = new LongAdder();
  private final LongAdder clicksBuffered = new LongAdder();
  private final LongAdder clicksUnseen = new LongAdder();

  /// A link that was there before the first call.
  void seeded(Link link) {
    ledger.enter(link.code(), link.url());
  }

  /// A client was told that its link exists.
  void acknowledged(Link link) {
    linksAcknowledged.incrementAndGet();
    Before before = ledger.enter(link.code(), link.url());
    if (before == Before.OTHER_TARGET) {
      contested.add(link.code());
      duplicateCodes.increment();
    }
    if (before != Before.UNKNOWN && link.alias()) {
      aliasDoubleWinners.increment();
    }
  }

  /// Rows of acknowledged links committed, or removed when negative.
  void stored(long rows) {
    linksStored.addAndGet(rows);
  }

  /// Links taken into a buffer, or out of it when negative.
  void buffered(long links) {
    linksBuffered.addAndGet(links);
  }

  /// A buffered link is gone; nobody can be expected to find it.
  void vanished(String code) {
    ledger.strikeOut(code);
  }

  void deleted(String code, long nowNanos) {
    deletedAtNanos.put(code, nowNanos);
  }

  /// A visitor was sent on.
  void redirected(String code, long nowNanos) {
    if (!contested.isEmpty() && contested.contains(code)) {
      wrongTargets.increment();
    }
    if (!deletedAtNanos.isEmpty()) {
      Long at = deletedAtNanos.get(code);
      if (at != null && nowNanos - at > DELETION_GRACE_NANOS) {
        deletedServed.increment();
      }
    }
  }

  /// A visitor was told that there is no such link.
  void notFound(String code) {
    if (ledger.holds(code)) {
      readAfterWriteMisses.increment();
    }
  }

  void guessed(boolean hit) {
    guesses.add(hit);
  }

  void clickServed() {
    clicksServed.increment();
  }

  void clicksCounted(long clicks) {
    clicksCounted.add(clicks);
  }

  /// Clicks taken into a buffer, or out of it when negative.
  void clicksBuffered(long clicks) {
    clicksBuffered.add(clicks);
  }

  void clickUnseen() {
    clicksUnseen.increment();
  }

  long acknowledgedLinks() {
    return linksAcknowledged.get();
  }

  long storedLinks() {
    return linksStored.get();
  }

  long bufferedLinks() {
    return linksBuffered.get();
  }

  long bufferedClicks() {
    return clicksBuffered.sum();
  }

  long countedClicks() {
    return clicksCounted.sum();
  }

  Map<String, Double> oracles() {
    return Map.of(
        "lostLinks", lostLinks(),
        "wrongTargets", (double) wrongTargets.sum(),
        "aliasDoubleWinners", (double) aliasDoubleWinners.sum(),
        "duplicateCodes", (double) duplicateCodes.sum(),
        "readAfterWriteMisses", (double) readAfterWriteMisses.sum(),
        "lostClicks", lostClicks(),
        "unseenClicks", (double) clicksUnseen.sum(),
        "enumerableShare", guesses.hitShare(),
        "deletedServed", (double) deletedServed.sum());
  }

  /*
   * The order of reading matters while calls are in progress. A link moves from "buffered" to
   * "stored" and is "acknowledged" last; reading acknowledged first and stored last can only make
   * the difference too small for an instant, never report a loss that did not happen.
   */
  private double lostLinks() {
    long acknowledged = linksAcknowledged.get();
    long buffered = linksBuffered.get();
    return Math.max(0, acknowledged - buffered - linksStored.get());
  }

  private double lostClicks() {
    long served = clicksServed.sum();
    long buffered = clicksBuffered.sum();
    return Math.max(0, served - buffered - clicksCounted.sum());
  }
}
