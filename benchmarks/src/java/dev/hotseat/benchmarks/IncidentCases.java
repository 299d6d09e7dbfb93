package dev.hotseat.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The causes of an incident, with everything that `scenarios/p99-incident/EVIDENCE.md` says about
/// what mends them and what only seems to.
///
/// @param cause name of the fault
/// @param settleSeconds until it is felt in full
/// @param wrong steps that do not help, one after another
/// @param right steps that do, each for itself
record IncidentCases(String cause, int settleSeconds, List<Move> wrong, List<Move> right) {

  /// What a person on call does.
  ///
  /// @param name as the table calls it
  /// @param settleSeconds until its effect can be judged
  /// @param steps actions with their arguments; `newest` stands for the newest deploy of ours,
  ///   `slowest` for the instance that is slowest, `batch` for the session of the night's job
  record Move(String name, int settleSeconds, List<Step> steps) {}

  /// One action.
  record Step(String action, Map<String, String> with) {}

  private static Step step(String action, String... with) {
    return new Step(
        action,
        switch (with.length) {
          case 0 -> Map.of();
          case 2 -> Map.of(with[0], with[1]);
          default -> Map.of(with[0], with[1], with[2], with[3]);
        });
  }

  private static Move move(String name, Step... steps) {
    return new Move(name, 3, List.of(steps));
  }

  private static Move restartAll(int settleSeconds) {
    return new Move(
        "restart all",
        settleSeconds,
        IntStream.rangeClosed(1, 4)
            .mapToObj(number -> step("restart", "instance", "orders." + number))
            .toList());
  }

  private static final Move ADD = move("add-instance", step("add-instance"));
  private static final Move LARGER_POOL = move("larger pool", step("resize-pool", "size", "60"));
  private static final Move RESTART = move("restart one", step("restart", "instance", "orders.2"));
  private static final Move BACK = move("roll-back", step("roll-back", "deploy", "newest"));

  static final List<IncidentCases> ALL =
      List.of(
          new IncidentCases(
              "missing-index",
              4,
              List.of(
                  ADD,
                  LARGER_POOL,
                  restartAll(6),
                  move(
                      "another index",
                      step("create-index", "table", "orders", "columns", "tenant"))),
              List.of(
                  BACK,
                  move(
                      "create-index",
                      step("create-index", "table", "orders", "columns", "voucher")))),
          new IncidentCases(
              "n-plus-one",
              4,
              List.of(
                  ADD,
                  LARGER_POOL,
                  move("an index", step("create-index", "table", "orders", "columns", "total"))),
              List.of(BACK)),
          new IncidentCases(
              "call-in-transaction",
              4,
              List.of(
                  move(
                      "set-timeout", step("set-timeout", "downstream", "pricing", "millis", "100")),
                  move("set-breaker", step("set-breaker", "downstream", "pricing", "state", "on")),
                  LARGER_POOL),
              List.of(
                  move("set-flag", step("set-flag", "flag", "tax-number-check", "state", "off")),
                  BACK)),
          new IncidentCases(
              "connection-leak",
              30,
              List.of(
                  restartAll(30),
                  new Move("larger pool", 12, List.of(step("resize-pool", "size", "30")))),
              List.of(BACK)),
          new IncidentCases(
              "pricing-slow",
              4,
              List.of(
                  ADD,
                  RESTART,
                  BACK,
                  move("set-breaker", step("set-breaker", "downstream", "pricing", "state", "on"))),
              List.of(
                  move("set-timeout", step("set-timeout", "downstream", "pricing", "millis", "30")),
                  move("hedge", step("hedge", "downstream", "pricing", "state", "on")))),
          new IncidentCases(
              "retry-storm",
              14,
              List.of(restartAll(8), ADD, LARGER_POOL),
              List.of(
                  move("set-retry-budget", step("set-retry-budget", "percent", "10")),
                  move("shed-load", step("shed-load", "at", "40")),
                  move(
                      "set-breaker",
                      step("set-breaker", "downstream", "payments", "state", "on")))),
          new IncidentCases(
              "hot-row-lock",
              4,
              List.of(
                  new Move("kill-query", 6, List.of(step("kill-query", "id", "batch"))),
                  ADD,
                  LARGER_POOL,
                  RESTART),
              List.of(move("stop-batch", step("stop-batch")))),
          new IncidentCases(
              "sick-instance",
              4,
              List.of(
                  new Move("restart it", 4, List.of(step("restart", "instance", "slowest"))),
                  ADD,
                  BACK),
              List.of(move("drain", step("drain", "instance", "slowest")))),
          new IncidentCases(
              "big-baskets",
              5,
              List.of(ADD, LARGER_POOL, RESTART, BACK),
              List.of(move("block-tenant", step("block-tenant", "tenant", "umbrella")))),
          new IncidentCases("gc-pauses", 28, List.of(restartAll(28), ADD), List.of(BACK)),
          new IncidentCases(
              "pool-shrunk",
              5,
              List.of(
                  RESTART,
                  move("longer line", step("resize-queue", "size", "40")),
                  move("an index", step("create-index", "table", "orders", "columns", "tenant"))),
              List.of(move("resize-pool", step("resize-pool", "size", "20")))),
          new IncidentCases(
              "queue-enlarged",
              6,
              List.of(
                  move("longer line", step("resize-queue", "size", "150")), LARGER_POOL, RESTART),
              List.of(
                  move(
                      "set-flag and resize-queue",
                      step("set-flag", "flag", "personal-offers", "state", "off"),
                      step("resize-queue", "size", "20")))));
}
