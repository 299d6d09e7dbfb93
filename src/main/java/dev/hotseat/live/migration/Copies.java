package dev.hotseat.live.migration;

import java.util.List;

/// Which step brought rows into the new table last: what is wrong there with a customer nobody
/// wrote is of its making.
final class Copies {
  private static final List<String> COPYING =
      List.of("start-backfill", "one-big-update", "repair-mismatches", "alter-in-place");

  /// It leaves nothing when it breaks off.
  private static final String ALL_OR_NOTHING = "one-big-update";

  private final Steps steps;

  Copies(Steps steps) {
    this.steps = steps;
  }

  String last() {
    return steps.all().reversed().stream()
        .filter(step -> !step.state().brokeOff() || !step.name().equals(ALL_OR_NOTHING))
        .map(Steps.Step::name)
        .filter(name -> COPYING.stream().anyMatch(name::startsWith))
        .findFirst()
        .orElseGet(steps::inForce);
  }
}
