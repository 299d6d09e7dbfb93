package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Kit;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

/// What the person on call can do that concerns those who serve.
final class Operations {
  private final Kit kit;
  private final Layout layout;
  private final Rolling rolling;
  private final Auditor auditor;
  private final Findings findings;
  private final Witness witness;
  private final Errands errands;
  private final Steps steps;
  private final Moves moves;
  private final WayBack wayBack;
  private final Supplier<String> leversBack;

  /// @param leversBack what the levers would be put back to
  Operations(
      Kit kit,
      Layout layout,
      Rolling rolling,
      Auditor auditor,
      Findings findings,
      Witness witness,
      Errands errands,
      Steps steps,
      Moves moves,
      WayBack wayBack,
      Supplier<String> leversBack) {
    this.kit = kit;
    this.layout = layout;
    this.rolling = rolling;
    this.auditor = auditor;
    this.findings = findings;
    this.witness = witness;
    this.errands = errands;
    this.steps = steps;
    this.moves = moves;
    this.wayBack = wayBack;
    this.leversBack = leversBack;
  }

  String act(String action, Map<String, String> arguments) throws InterruptedException {
    return switch (action) {
      case "roll-instances" -> roll(arguments.getOrDefault("to", "v2"));
      case "rename-column" -> errands.step("rename-column", () -> rename(Release.V1_RENAMED));
      case "audit" -> audit();
      case "back-one-step" -> back();
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

  private String back() throws InterruptedException {
    Optional<String> moved = wayBack.backOneStep();
    if (moved.isPresent()) {
      return moved.get();
    }
    Steps.Step last = steps.lastStanding().orElseThrow();
    String name = last.name();
    if (name.startsWith("roll-instances") || name.equals("rename-column")) {
      return errands.step("back from " + name, () -> undone(last));
    }
    throw new Refusal(
        "action",
        "the lever itself to be put back, to " + leversBack.get(),
        "back-one-step after " + name);
  }

  private String undone(Steps.Step step) throws InterruptedException {
    String how = rename(step.name().equals("roll-instances v1") ? Release.V2 : Release.V1);
    step.undone(how);
    return how;
  }

  private String roll(String to) throws InterruptedException {
    Release release = to.equals("v1") ? Release.V1 : Release.V2;
    return errands.step(
        "roll-instances " + to, () -> "Replaced " + rolling.to(release) + " instances");
  }

  /// The table first, the instances one by one: in between, some know it by the wrong name.
  private String rename(Release release) throws InterruptedException {
    String name = release.nameColumn();
    String before = layout.nameColumn();
    if (!name.equals(before) && layout.oldExists()) {
      kit.store()
          .aside(connection -> {
            Schema.run(
                connection, "ALTER TABLE customers ALTER COLUMN " + before + " RENAME TO " + name);
            return name;
          });
      layout.renamed(name);
    }
    int replaced = rolling.to(release);
    return "The column is called " + name + "; replaced " + replaced + " instances";
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
