package dev.hotseat.history;

import java.util.List;

/// Every reading of a sum, at whatever moment it was taken, has the same value.
public final class Constant implements Question {
  private final String action;
  private final long expected;

  private Constant(String action, long expected) {
    this.action = action;
    this.expected = expected;
  }

  /// @param action the action that reads the sum
  public static Constant of(String action, long expected) {
    return new Constant(action, expected);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    for (Operation each : recorded.operations()) {
      if (each.action().equals(action) && each.isOk() && each.read() != expected) {
        findings.add(
            Kind.NOT_CONSERVED,
            () ->
                new Finding(
                    Kind.NOT_CONSERVED,
                    each.subject(),
                    List.of(each.id()),
                    "%s was read as %d and must always be %d"
                        .formatted(each.subject(), each.read(), expected),
                    Trail.of(List.of(each), List.of())));
      }
    }
  }
}
