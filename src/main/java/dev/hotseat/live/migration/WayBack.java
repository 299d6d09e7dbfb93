package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.migration.Steps.Step;
import java.util.Optional;

/// Undoes what was done to the tables, one step after another, the last one first.
final class WayBack {
  private final Tools tools;
  private final Layout layout;
  private final Steps steps;

  WayBack(Tools tools, Layout layout, Steps steps) {
    this.tools = tools;
    this.layout = layout;
    this.steps = steps;
  }

  /// Undoes the last step, where that is one of ours; empty where it is not.
  Optional<String> backOneStep() throws InterruptedException {
    Optional<Step> last = steps.lastStanding();
    return last.isPresent() ? back(last.get()) : Optional.of("There is nothing to undo.");
  }

  private Optional<String> back(Step step) throws InterruptedException {
    return switch (step.name()) {
      case "create-new-table" -> Optional.of(undone(step, this::dropNew));
      case "create-index-on-hot-table", "create-shadow-index" ->
          Optional.of(undone(step, this::dropIndexes));
      case "start-backfill", "resume-backfill", "one-big-update" ->
          Optional.of(undone(step, this::stopCopying));
      case "alter-in-place", "drop-old" ->
          throw new Refusal("action", "a step that can be undone", step.name());
      default -> Optional.empty();
    };
  }

  private static String undone(Step step, Errands.Task undoing) throws InterruptedException {
    String how = undoing.run();
    step.undone(how);
    return how;
  }

  private String dropNew() throws InterruptedException {
    layout.newMade(false);
    tools.ddl().run("DROP TABLE customers_new");
    return "The new table is dropped.";
  }

  private String dropIndexes() throws InterruptedException {
    tools.ddl().run("DROP INDEX IF EXISTS " + Schema.NEW_INDEX);
    tools.ddl().run("DROP INDEX IF EXISTS customers_country");
    return "The index is dropped.";
  }

  private String stopCopying() throws InterruptedException {
    tools.backfill().stop();
    return "Copying has stopped; what is copied stays, and nobody reads it.";
  }
}
