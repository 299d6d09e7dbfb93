package dev.hotseat.session;

import dev.hotseat.telemetry.Readings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the live system is well enough to be broken: what cannot be seen to change teaches
/// nothing.
///
/// The baseline holds when, for ten seconds on end, no operation failed in more than one of a
/// thousand calls and no operation's p99 left a band of twice its lowest value. A system without
/// traffic is well.
final class Health {
  private static final int SECONDS = 10;
  private static final double ERROR_SHARE_MAX = 0.001;
  private static final double P99_FACTOR = 2;
  private static final double P99_SLACK_MILLIS = 20;

  private final Deque<Map<String, Double>> window = new ArrayDeque<>();

  void add(Readings readings) {
    window.addLast(readings.recent());
    if (window.size() > SECONDS) {
      window.removeFirst();
    }
  }

  void forget() {
    window.clear();
  }

  /// Why a fault would come too early; empty when the baseline holds.
  Optional<String> objection() {
    if (window.size() < SECONDS) {
      return Optional.of(
          "the system has been watched for " + window.size() + " of " + SECONDS + " seconds");
    }
    List<String> objections = new ArrayList<>();
    for (Map<String, Double> second : window) {
      second.forEach((key, value) -> {
        if (isOperation(key, "errorShare/") && value >= ERROR_SHARE_MAX) {
          objections.add(key.substring("errorShare/".length()) + " is failing");
        }
      });
    }
    for (String key : window.getLast().keySet()) {
      if (isOperation(key, "p99/") && swings(key)) {
        objections.add("p99 of " + key.substring("p99/".length()) + " is not steady");
      }
    }
    return objections.stream().findFirst();
  }

  private boolean swings(String key) {
    double least =
        window.stream()
            .filter(each -> each.containsKey(key))
            .mapToDouble(each -> each.get(key))
            .min()
            .orElse(0);
    double most =
        window.stream()
            .filter(each -> each.containsKey(key))
            .mapToDouble(each -> each.get(key))
            .max()
            .orElse(0);
    return most > P99_FACTOR * least + P99_SLACK_MILLIS;
  }

  /// Not a hop, and not one region of an operation.
  private static boolean isOperation(String key, String measure) {
    return key.startsWith(measure) && key.indexOf('>') < 0 && key.indexOf('@') < 0;
  }
}
