package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Looks for flaws, always: at customers written lately, at those found flawed before, and at all
/// others in turn, a tenth of the time at most. On demand it looks at everybody at once.

/*
 * A write is in one table before it is in the other, and in both before its client hears of it. What
 * looks wrong is therefore a suspicion, and becomes a finding when it looks the same after a while
 * during which nobody waited for an answer.
 */
final class Auditor {
  /// How long something must look wrong before it is.
  private static final int GRACE_MILLIS = 400;

  /// How long an audit looks again at what keeps changing.
  private static final int PATIENCE_MILLIS = 10 * GRACE_MILLIS;

  private static final long AUDITED_MAX = 3_000_000;
  private static final int STRETCH = 2_000;
  private static final int LATELY_MAX = 2_000;
  private static final int AGAIN_MAX = 500;
  private static final long REST_PER_WORK = 9;
  private static final long REST_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long REST_NANOS_MAX = TimeUnit.SECONDS.toNanos(2);

  private final Kit kit;
  private final Books books;
  private final Witness witness;
  private final Truth truth;
  private final Findings findings;
  private final LongSupplier lastId;
  private final ReentrantLock looking = new ReentrantLock();
  private final Map<Long, Suspicion> suspicions = new HashMap<>();
  private long nextId = 1;
  private long againFrom;

  Auditor(
      Kit kit, Books books, Witness witness, Truth truth, Findings findings, LongSupplier lastId) {
    this.kit = kit;
    this.books = books;
    this.witness = witness;
    this.truth = truth;
    this.findings = findings;
    this.lastId = lastId;
  }

  void start() {
    kit.background(
        "auditor",
        () -> {
          while (true) {
            long begunNanos = kit.world().ticks().nanos();
            guarded(this::look);
            long tookNanos = kit.world().ticks().nanos() - begunNanos;
            long restNanos = Math.clamp(tookNanos * REST_PER_WORK, REST_NANOS_MIN, REST_NANOS_MAX);
            kit.world().pause().sleepNanos(restNanos);
          }
        });
  }

  /// Looks at every customer now, unless they are so many that it would take minutes.
  void auditUnlessMany() throws InterruptedException {
    if (lastId.getAsLong() <= AUDITED_MAX) {
      audit();
    }
  }

  /// Looks at every customer now, twice where something looks wrong.
  void audit() throws InterruptedException {
    for (long from = 1; from <= lastId.getAsLong(); from += STRETCH) {
      long first = from;
      guarded(() -> stretch(first));
    }
    int begun = witness.millis();
    while (witness.millis() - begun <= GRACE_MILLIS
        || open() && witness.millis() - begun <= PATIENCE_MILLIS) {
      kit.world().pause().sleepNanos(REST_NANOS_MIN);
      guarded(this::confirm);
    }
    List<Long> flawed = findings.some(0, Findings.KEPT_MAX);
    for (int i = 0; i < flawed.size(); i += STRETCH) {
      List<Long> some = flawed.subList(i, Math.min(flawed.size(), i + STRETCH));
      guarded(() -> customers(some));
    }
  }

  private void look() throws InterruptedException {
    truth.notice();
    lately();
    confirm();
    List<Long> again = findings.some(againFrom, AGAIN_MAX);
    againFrom = again.isEmpty() ? 0 : again.getLast() + 1;
    customers(again);
    if (nextId > lastId.getAsLong()) {
      nextId = 1;
    }
    stretch(nextId);
    nextId += STRETCH;
  }

  private void lately() throws InterruptedException {
    int before = witness.millis() - GRACE_MILLIS;
    List<Long> written = new ArrayList<>();
    Optional<Long> next = witness.writtenBefore(before);
    while (next.isPresent() && written.size() < LATELY_MAX) {
      written.add(next.get());
      next = witness.writtenBefore(before);
    }
    next.ifPresent(written::add);
    customers(written);
  }

  /// Looks again at what looked wrong a while ago.
  private void confirm() throws InterruptedException {
    int before = witness.millis() - GRACE_MILLIS;
    customers(
        suspicions.entrySet().stream()
            .filter(each -> each.getValue().sinceMillis() <= before)
            .map(Map.Entry::getKey)
            .toList());
  }

  private boolean open() {
    looking.lock();
    try {
      return suspicions.keySet().stream().anyMatch(id -> !witness.asking(id));
    } finally {
      looking.unlock();
    }
  }

  private void customers(List<Long> ids) throws InterruptedException {
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, Optional<Known>> known = new HashMap<>();
    ids.forEach(id -> known.put(id, witness.known(id)));
    for (Pair pair : books.pairs(known.keySet())) {
      weigh(pair, known.getOrDefault(pair.id(), Optional.empty()));
    }
  }

  private void stretch(long from) throws InterruptedException {
    long to = Math.min(from + STRETCH, lastId.getAsLong() + 1);
    Map<Long, Optional<Known>> known = new HashMap<>();
    for (long id = from; id < to; id++) {
      known.put(id, witness.known(id));
    }
    Books.Stretch found = books.stretch(from, to);
    for (long id = from; id < to; id++) {
      Pair pair = found.pairs().getOrDefault(id, Pair.nobody(id));
      weigh(pair, known.getOrDefault(id, Optional.empty()));
    }
    twice(found.twice());
  }

  private void twice(Set<Long> ids) {
    ids.forEach(id ->
        findings.found(
            new Flaw(id, Flaw.Kind.DUPLICATED, 1, truth.copiedBy(), "In a table more than once")));
  }

  private void weigh(Pair pair, Optional<Known> known) {
    Optional<Flaw> flaw = Judge.judge(pair, known, truth);
    if (flaw.isEmpty()) {
      suspicions.remove(pair.id());
      findings.sound(pair.id());
      return;
    }
    if (findings.has(pair.id())) {
      findings.found(flaw.get());
      return;
    }
    int now = witness.millis();
    Suspicion before = suspicions.get(pair.id());
    if (before == null || !before.flaw().equals(flaw.get()) || witness.asking(pair.id())) {
      suspicions.put(pair.id(), new Suspicion(flaw.get(), now));
    } else if (now - before.sinceMillis() >= GRACE_MILLIS) {
      suspicions.remove(pair.id());
      findings.found(flaw.get());
    }
  }

  /*
   * A table may be dropped, renamed or locked by DDL at any moment. Then there is nothing to be seen
   * this time.
   */
  private void guarded(Look look) throws InterruptedException {
    looking.lockInterruptibly();
    try {
      look.now();
    } catch (HopFailure _) {
      // next time
    } finally {
      looking.unlock();
    }
  }

  private record Suspicion(Flaw flaw, int sinceMillis) {}

  @FunctionalInterface
  private interface Look {
    void now() throws InterruptedException;
  }
}
