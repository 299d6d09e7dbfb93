package dev.hotseat.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What happened to a subject, as lines for a person: first what clients saw, in the order in which
/// they saw it, then what the books hold.
final class Trail {
  private static final int LINES_MAX = 40;

  private record Line(long position, String text) {}

  private Trail() {}

  static List<String> of(List<Operation> operations, List<Effect> effects) {
    List<Line> told = new ArrayList<>();
    for (Operation each : operations) {
      told.add(new Line(each.invoked(), invocation(each)));
      if (each.completed() != Operation.NEVER) {
        told.add(new Line(each.completed(), completion(each)));
      }
    }
    List<String> lines = new ArrayList<>();
    told.stream()
        .sorted(Comparator.comparingLong(Line::position))
        .limit(LINES_MAX)
        .forEach(each -> lines.add(each.text()));
    effects.stream()
        .sorted(Comparator.comparingLong(Effect::order))
        .limit(LINES_MAX)
        .forEach(each -> lines.add("book    " + each.words()));
    return lines;
  }

  static List<String> ids(List<Operation> operations, List<Effect> effects) {
    List<String> ids = new ArrayList<>();
    operations.stream().limit(LINES_MAX).forEach(each -> ids.add(each.id()));
    effects.stream().limit(LINES_MAX).forEach(each -> ids.add(each.id()));
    return ids;
  }

  private static String invocation(Operation each) {
    return "invoke  %s %s %s %d by %s"
        .formatted(each.id(), each.action(), each.subject(), each.asked(), each.client());
  }

  private static String completion(Operation each) {
    return switch (each.answer()) {
      case Answer.Ok(long value, var reference, var reply) ->
          reference.isEmpty()
              ? "ok      %s read %d".formatted(each.id(), value)
              : "ok      %s got %s, reply %s".formatted(each.id(), reference, reply);
      case Answer.Fail(var why) -> "fail    %s %s".formatted(each.id(), why);
      case Answer.Unknown(var why) -> "unknown %s %s".formatted(each.id(), why);
    };
  }
}
