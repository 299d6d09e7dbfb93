package dev.hotseat.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks keys of readings, such as `p99/redirect`, where they stand outside expressions.
final class ReadingWords {
  private static final Map<String, Topic> MEASURES =
      Map.ofEntries(
          Map.entry("rate", Topic.SUBJECT),
          Map.entry("errors", Topic.SUBJECT),
          Map.entry("errorShare", Topic.SUBJECT),
          Map.entry("goodput", Topic.SUBJECT),
          Map.entry("p50", Topic.SUBJECT),
          Map.entry("p99", Topic.SUBJECT),
          Map.entry("p999", Topic.SUBJECT),
          Map.entry("max", Topic.SUBJECT),
          Map.entry("count", Topic.SUBJECT),
          Map.entry("service", Topic.SUBJECT),
          Map.entry("throughput", Topic.SUBJECT),
          Map.entry("achieved", Topic.SUBJECT),
          Map.entry("lag", Topic.SUBJECT),
          Map.entry("retries", Topic.SUBJECT),
          Map.entry("abandoned", Topic.SUBJECT),
          Map.entry("failed", Topic.REASON),
          Map.entry("inUse", Topic.PART),
          Map.entry("waiting", Topic.PART),
          Map.entry("size", Topic.PART),
          Map.entry("why", Topic.REASON),
          Map.entry("gauge", Topic.GAUGE),
          Map.entry("oracle", Topic.ORACLE));

  private static final List<String> TOTALS = List.of("offered", "served", "failed");

  private ReadingWords() {}

  /// Complains where `key` is no reading.
  ///
  /// @param ofRun whether it is a figure of a load run
  static void check(Node.Scalar key, Desk desk, boolean ofRun) {
    String text = key.text();
    int slash = text.indexOf('/');
    String measure = slash < 0 ? text : text.substring(0, slash);
    if (ofRun && TOTALS.contains(text)) {
      return;
    }
    Topic topic = MEASURES.get(measure);
    if (topic == null) {
      desk.notes()
          .error(
              key.place(),
              "no measure is called '" + Notes.shortened(measure) + "'",
              Notes.oneOf(measure, MEASURES.keySet()),
              Nearest.to(measure, MEASURES.keySet()));
      return;
    }
    Topic asked = ofRun && topic == Topic.SUBJECT ? Topic.RUN_SUBJECT : topic;
    String subject = slash < 0 ? "" : text.substring(slash + 1);
    Optional<Collection<String>> valid = desk.names().valid(asked);
    if (valid.isPresent() && !valid.get().contains(subject)) {
      desk.notes().unknown(key.at(slash + 1), asked.words(), subject, valid.get());
    }
  }
}
