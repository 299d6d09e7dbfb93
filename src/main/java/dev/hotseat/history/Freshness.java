package dev.hotseat.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Registers whose versions only rise: a read is never older than what had been acknowledged when
/// it began, a client never sees versions fall, and nothing is read that nobody wrote.
///
/// The writer of a subject gives it rising versions, so that the greater version is the later one.
/// Where that is not so, ask [Linearizable].
public final class Freshness implements Question {
  private final String write;
  private final String read;
  private final Map<String, Long> finalVersions;

  private Freshness(String write, String read, Map<String, Long> finalVersions) {
    this.write = write;
    this.read = read;
    this.finalVersions = Map.copyOf(finalVersions);
  }

  public static Freshness of(String write, String read) {
    return new Freshness(write, read, Map.of());
  }

  /// Also holds what is there in the end against what was acknowledged: an older version, or none,
  /// is a lost write.
  public Freshness endingWith(Map<String, Long> versionBySubject) {
    return new Freshness(write, read, versionBySubject);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    recorded
        .bySubject(Set.of(write, read))
        .forEach((subject, operations) -> new Register(subject, operations).judge(findings));
  }

  private final class Register {
    private final String subject;
    private final List<Operation> operations;
    private final List<Operation> writes = new ArrayList<>();
    private final List<Operation> reads = new ArrayList<>();

    /// Position of a completion, and the greatest version acknowledged until then.
    private final TreeMap<Long, Operation> acknowledged = new TreeMap<>();

    Register(String subject, List<Operation> operations) {
      this.subject = subject;
      this.operations = operations;
      for (Operation each : operations) {
        if (each.action().equals(write) && !each.isFail()) {
          writes.add(each);
        } else if (each.action().equals(read) && each.isOk()) {
          reads.add(each);
        }
      }
      acknowledge();
    }

    private void acknowledge() {
      List<Operation> told = new ArrayList<>(writes.stream().filter(Operation::isOk).toList());
      told.sort((a, b) -> Long.compare(a.completed(), b.completed()));
      Operation greatest = null;
      for (Operation each : told) {
        if (greatest == null || each.asked() > greatest.asked()) {
          greatest = each;
          acknowledged.put(each.completed(), each);
        }
      }
    }

    void judge(Findings findings) {
      Map<Long, Long> earliestWrite = new HashMap<>();
      writes.forEach(each -> earliestWrite.merge(each.asked(), each.invoked(), Math::min));
      Map<String, Operation> lastByClient = new HashMap<>();
      for (Operation each : reads) {
        fromNowhere(each, earliestWrite, findings);
        stale(each, findings);
        backwards(each, lastByClient.put(each.client(), each), findings);
      }
      lost(findings);
    }

    private void fromNowhere(Operation seen, Map<Long, Long> earliestWrite, Findings findings) {
      Long written = earliestWrite.get(seen.read());
      if (seen.read() != 0 && (written == null || written > seen.completed())) {
        add(
            findings,
            Kind.FROM_NOWHERE,
            "%s was read as %d, which nobody had written".formatted(subject, seen.read()),
            List.of(seen));
      }
    }

    private void stale(Operation seen, Findings findings) {
      Map.Entry<Long, Operation> floor = acknowledged.lowerEntry(seen.invoked());
      if (floor != null && seen.read() < floor.getValue().asked()) {
        add(
            findings,
            Kind.STALE,
            "%s was read as %d after %d had been acknowledged"
                .formatted(subject, seen.read(), floor.getValue().asked()),
            List.of(floor.getValue(), seen));
      }
    }

    private void backwards(Operation seen, Operation last, Findings findings) {
      if (last != null && last.before(seen) && seen.read() < last.read()) {
        add(
            findings,
            Kind.OUT_OF_ORDER,
            "%s saw %s go from %d back to %d"
                .formatted(seen.client(), subject, last.read(), seen.read()),
            List.of(last, seen));
      }
    }

    private void lost(Findings findings) {
      if (finalVersions.isEmpty() || acknowledged.isEmpty()) {
        return;
      }
      long inTheEnd = finalVersions.getOrDefault(subject, 0L);
      Operation greatest =
          Collections.max(acknowledged.entrySet(), Map.Entry.comparingByKey()).getValue();
      if (inTheEnd < greatest.asked()) {
        add(
            findings,
            Kind.LOST,
            "%s is %d in the end, and %d had been acknowledged"
                .formatted(subject, inTheEnd, greatest.asked()),
            operations);
      }
    }

    private void add(Findings findings, Kind kind, String words, List<Operation> about) {
      findings.add(
          kind,
          () ->
              new Finding(
                  kind, subject, Trail.ids(about, List.of()), words, Trail.of(about, List.of())));
    }
  }
}
