package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import java.util.Map;
import java.util.StringJoiner;

/// What the person on call can do that concerns those who serve.
final class Operations {
  private final Kit kit;
  private final Layout layout;
  private final Rolling rolling;
  private final Auditor auditor;
  private final Findings findings;
  private final Witness witness;
  private final Errands errands;

  Operations(
      Kit kit,
      Layout layout,
      Rolling rolling,
      Auditor auditor,
      Findings findings,
      Witness witness,
      Errands errands) {
    this.kit = kit;
    this.layout = layout;
    this.rolling = rolling;
    this.auditor = auditor;
    this.findings = findings;
    this.witness = witness;
    this.errands = errands;
  }

  String act(String action, Map<String, String> arguments) throws InterruptedException {
    return switch (action) {
      case "roll-instances" -> roll(arguments.getOrDefault("to", "v2"));
      case "rename-column" -> errands.step("rename-column", () -> rename(Release.V1_RENAMED));
      case "audit" -> audit();
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
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
    if (!name.equals(before)) {
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
