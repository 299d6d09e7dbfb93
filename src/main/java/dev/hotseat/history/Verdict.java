package dev.hotseat.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the questions found.
///
/// @param operations how many operations were looked at
/// @param dropped how many were made and not kept; nothing is known about those
/// @param counts findings of each kind
/// @param findings the first thousand, with their trails
public record Verdict(
    long operations, long dropped, Map<Kind, Long> counts, List<Finding> findings) {

  public Verdict {
    counts = Map.copyOf(counts);
    findings = List.copyOf(findings);
  }

  /// Whether every operation was looked at.
  public boolean complete() {
    return dropped == 0 && count(Kind.UNDECIDED) == 0;
  }

  /// Whether nothing is wrong with what was looked at.
  public boolean clean() {
    return counts.keySet().stream().allMatch(each -> each == Kind.UNDECIDED);
  }

  public long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /// The verdict in a few lines, the first findings with their trails.
  public String words() {
    StringBuilder text = new StringBuilder();
    text.append(operations).append(" operations looked at");
    if (!complete()) {
      text.append("; ").append(dropped).append(" not kept, ");
      text.append(count(Kind.UNDECIDED)).append(" undecided");
    }
    new TreeMap<>(counts)
        .forEach(
            (kind, count) -> text.append("\n%7d %s (%s)".formatted(count, kind, kind.meaning())));
    for (Finding each : findings.subList(0, Math.min(10, findings.size()))) {
      text.append("\n\n").append(each.kind()).append(": ").append(each.words());
      each.trail().forEach(line -> text.append("\n  ").append(line));
    }
    return text.toString();
  }
}
