package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import java.util.Map;
import java.util.StringJoiner;

/// What the person on call can do that concerns those who serve.
final class Operations {
  private final Kit kit;
  private final Releases releases;
  private final Auditor auditor;
  private final Findings findings;
  private final Witness witness;
  private final Errands errands;
  private final Steps steps;
  private final Moves moves;
  private final WayBack wayBack;
  private final Cancellation cancellation;

  Operations(
      Kit kit,
      Releases releases,
      Auditor auditor,
      Findings findings,
      Witness witness,
      Errands errands,
      Steps steps,
      Moves moves,
      WayBack wayBack,
      Cancellation cancellation) {
    this.kit = kit;
    this.releases = releases;
    this.auditor = auditor;
    this.findings = findings;
    this.witness = witness;
    this.errands = errands;
    this.steps = steps;
    this.moves = moves;
    this.wayBack = wayBack;
    this.cancellation = cancellation;
  }

  String act(String action, Map<String, String> arguments) throws InterruptedException {
    return switch (action) {
      case "roll-instances" -> roll(arguments.getOrDefault("to", "v2"));
      case "rename-column" -> errands.step(action, () -> releases.rename(Release.V1_RENAMED));
      case "audit" -> audit();
      case "back-one-step" -> wayBack.backOneStep();
      case "cancel" -> cancellation.cancel(arguments.getOrDefault("what", Cancellation.LAST));
      default ->
          moves
              .act(action, arguments)
              .orElseThrow(() -> new IllegalArgumentException("no such action: " + action));
    };
  }

  /// Somebody wants the last step undone.
  void ordered() {
    kit.log("WARN", "client", "Management: undo " + steps.inForce() + " now, we talk afterwards");
  }

  private String roll(String to) throws InterruptedException {
    Release release = to.equals("v1") ? Release.V1 : Release.V2;
    return errands.step("roll-instances " + to, () -> releases.roll(release));
  }

  private String audit() throws InterruptedException {
    auditor.audit();
    StringJoiner flaws = new StringJoiner(", ");
    findings
        .oracles()
        .forEach((kind, count) -> {
          if (count > 0) {
            flaws.add("%.0f %s".formatted(count, kind));
          }
        });
    String found = flaws.length() == 0 ? "Nothing is wrong" : "Found " + flaws;
    return found + " with what " + witness.remembered() + " customers' clients were told.";
  }
}
