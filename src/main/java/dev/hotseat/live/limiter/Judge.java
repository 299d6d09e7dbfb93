package dev.hotseat.live.limiter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// The exact sliding log, kept beside the gate and never read by it: for each key and each window,
/// what was let through and what ought to have been.
///
/// It judges each key by what the key was promised, whatever the scope of the gate's own limit, and
/// by the true time, whatever the clocks of the nodes show.
final class Judge {
  /*
   * At the gate a decision is only noted, a queue's append; it is weighed when somebody reads the
   * verdict, once a second, by that thread. Three contracts are judged at once, because a change of
   * the requirement makes yesterday's design wrong from one moment to the next: calls, cost, and
   * calls with the hourly burst.
   */
  private static final int WAITING_MAX = 1 << 20;
  private static final int KEYS_MAX = 300_000;
  private static final long TIDY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Queue<Decision> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final LongAdder unjudged = new LongAdder();
  private final ReentrantLock court = new ReentrantLock();
  private final Map<String, CaseFile> files = new HashMap<>();
  private final Verdicts byCalls = new Verdicts();
  private final Verdicts byCost = new Verdicts();
  private final Verdicts withBurst = new Verdicts();
  private long tidiedNanos;

  /// A call was let through or refused.
  void note(String key, long atNanos, int cost, boolean admitted) {
    if (waitingCount.incrementAndGet() > WAITING_MAX) {
      waitingCount.decrementAndGet();
      unjudged.increment();
    } else {
      waiting.add(new Decision(key, atNanos, cost, admitted));
    }
  }

  /// Weighs what was noted and says what came out.
  Map<String, Double> verdict(Quotas quotas, long nowNanos) {
    court.lock();
    try {
      for (Decision each : taken()) {
        weigh(each, quotas.of(each.key));
      }
      tidy(quotas, nowNanos);
      return told(nowNanos);
    } finally {
      court.unlock();
    }
  }

  private List<Decision> taken() {
    List<Decision> taken = new ArrayList<>();
    for (Decision next = waiting.poll(); next != null; next = waiting.poll()) {
      taken.add(next);
      if (taken.size() == WAITING_MAX) {
        break;
      }
    }
    waitingCount.addAndGet(-taken.size());
    taken.sort(Comparator.comparingLong(Decision::atNanos));
    return taken;
  }

  private void weigh(Decision decision, Quota quota) {
    CaseFile file = files.get(decision.key);
    if (file == null) {
      if (files.size() >= KEYS_MAX) {
        unjudged.increment();
        return;
      }
      file = new CaseFile();
      files.put(decision.key, file);
    }
    file.expire(decision.atNanos - quota.windowNanos());
    if (decision.admitted) {
      admitted(file, decision, quota);
    } else {
      refused(file, decision, quota);
    }
  }

  private void admitted(CaseFile file, Decision decision, Quota quota) {
    file.admit(decision.atNanos, decision.cost);
    byCalls.admitted(decision.atNanos, file.calls(), quota.limit());
    byCost.admitted(decision.atNanos, file.units(), quota.limit());
    withBurst.admitted(
        decision.atNanos, file.admitWithBurst(quota, decision.atNanos), quota.limit());
  }

  private void refused(CaseFile file, Decision decision, Quota quota) {
    byCalls.refused(decision.atNanos, file.calls() < quota.limit());
    byCost.refused(decision.atNanos, file.units() + decision.cost <= quota.limit());
    withBurst.refused(decision.atNanos, file.fitsWithBurst(quota, decision.atNanos));
  }

  private void tidy(Quotas quotas, long nowNanos) {
    if (nowNanos - tidiedNanos >= TIDY_NANOS) {
      tidiedNanos = nowNanos;
      files
          .entrySet()
          .removeIf(each -> {
            each.getValue().expire(nowNanos - quotas.of(each.getKey()).windowNanos());
            each.getValue().tidy(nowNanos);
            return each.getValue().empty();
          });
    }
  }

  private Map<String, Double> told(long nowNanos) {
    Verdicts.Second calls = byCalls.recent(nowNanos);
    return Map.ofEntries(
        Map.entry("overAdmitted", (double) byCalls.overAdmitted()),
        Map.entry("wronglyRejected", (double) byCalls.wronglyRejected()),
        Map.entry("worstWindow", calls.worst()),
        Map.entry("overAdmittedShare", 100 * calls.overShare()),
        Map.entry("wronglyRejectedShare", 100 * calls.wrongShare()),
        Map.entry("overAdmittedByCost", (double) byCost.overAdmitted()),
        Map.entry("wronglyRejectedByCost", (double) byCost.wronglyRejected()),
        Map.entry("worstWindowByCost", byCost.recent(nowNanos).worst()),
        Map.entry("overAdmittedWithBurst", (double) withBurst.overAdmitted()),
        Map.entry("wronglyRejectedWithBurst", (double) withBurst.wronglyRejected()),
        Map.entry("unjudged", (double) unjudged.sum()));
  }

  private record Decision(String key, long atNanos, int cost, boolean admitted) {}
}
