package dev.hotseat.live.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/// Everything that was done to the service by people, in order.
final class Audit {
  private static final int LINES_MAX = 2_000;

  private final InstantSource wall;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Line> lines = new ArrayList<>();

  Audit(InstantSource wall) {
    this.wall = wall;
  }

  /// @param arguments as `name=value`, blanks between
  record Line(Instant at, String who, String action, String arguments, String outcome) {}

  void add(String who, String action, Map<String, String> with, String outcome) {
    String arguments =
        with.entrySet().stream()
            .filter(each -> !each.getKey().equals("text"))
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
    lock.lock();
    try {
      if (lines.size() == LINES_MAX) {
        lines.removeFirst();
      }
      lines.add(new Line(wall.instant(), who, action, arguments, outcome));
    } finally {
      lock.unlock();
    }
  }

  /// Oldest first.
  List<Line> lines() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }
}
