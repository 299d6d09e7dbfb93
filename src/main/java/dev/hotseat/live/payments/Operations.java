package dev.hotseat.live.payments;

import dev.hotseat.history.Verdict;
import dev.hotseat.live.Kit;
import dev.hotseat.live.payments.Reconciliations.Run;
import java.util.Map;
import java.util.Optional;

/// What people on call and in finance can do.
final class Operations {
  private final Kit kit;
  private final Completer completer;
  private final Copies copies;
  private final Edge edge;
  private final Reconciler reconciler;
  private final Auditor auditor;
  private final Pace pace;

  Operations(
      Kit kit,
      Completer completer,
      Copies copies,
      Edge edge,
      Reconciler reconciler,
      Auditor auditor,
      Pace pace) {
    this.kit = kit;
    this.completer = completer;
    this.copies = copies;
    this.edge = edge;
    this.reconciler = reconciler;
    this.auditor = auditor;
    this.pace = pace;
  }

  String act(String action, Map<String, String> arguments, Choices choices)
      throws InterruptedException {
    return switch (action) {
      case "complete-now" -> "Took up " + completer.look(choices) + " unfinished payments.";
      case "reconcile" -> reconcile();
      case "audit" -> said(auditor.audit());
      case "move-region" -> move();
      case "kill-api" -> kill(Integer.parseInt(arguments.getOrDefault("api", "")));
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
  }

  private String reconcile() throws InterruptedException {
    Optional<Run> found = reconciler.fetch(Schema.PROVIDERS.getFirst()).map(Reconciler.Taken::run);
    return found
        .map(run ->
            "Reconciliation "
                + run.id()
                + ": "
                + run.lines()
                + " lines, "
                + run.matched()
                + " matched, "
                + run.missing()
                + " missing, "
                + run.duplicate()
                + " duplicate, "
                + run.wrongAmount()
                + " with another amount, "
                + run.unrecorded()
                + " not in the ledger, "
                + run.later()
                + " later than the file"
                + (run.complete() ? "." : "; the file is not complete."))
        .orElse("There is no file.");
  }

  private static String said(Verdict verdict) {
    return (verdict.clean() ? "Nothing is wrong with " : "Found " + verdict.counts() + " in ")
        + verdict.operations()
        + " requests"
        + (verdict.complete() ? "." : ", of which not all were kept.");
  }

  /// Every process dies here and starts there; what the other region was told of is there.
  private String move() {
    edge.apis().forEach(api -> api.node().kill(pace.restart()));
    copies.move();
    kit.log("WARN", "edge", "the API moved to the other region");
    return "The API runs in the other region now, with the keys that had reached it.";
  }

  private String kill(int number) {
    edge.apis().get(number - 1).node().kill(pace.restart());
    return "Killed " + Topology.api(number) + ".";
  }
}
