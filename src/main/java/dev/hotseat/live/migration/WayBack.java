package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.migration.Steps.Step;
import java.util.Optional;
import java.util.function.Supplier;

/// Undoes what was done, one step after another, the last one first.
final class WayBack {
  private static final String COPIED =
      "What is copied stays; nobody reads it, and it may be copied again.";

  private final Tools tools;
  private final Layout layout;
  private final Errands errands;
  private final Cancellation cancellation;
  private final Steps steps;
  private final Return releases;
  private final Supplier<String> levers;

  /// @param releases brings a release back, and the column it expects
  /// @param levers what the levers would be put back to
  WayBack(
      Tools tools,
      Layout layout,
      Errands errands,
      Cancellation cancellation,
      Steps steps,
      Return releases,
      Supplier<String> levers) {
    this.tools = tools;
    this.layout = layout;
    this.errands = errands;
    this.cancellation = cancellation;
    this.steps = steps;
    this.releases = releases;
    this.levers = levers;
  }

  /// Undoes the last step that stands.
  String backOneStep() throws InterruptedException {
    Optional<Step> last = steps.lastStanding();
    return last.isPresent() ? back(last.get()) : "There is nothing to undo.";
  }

  private String back(Step step) throws InterruptedException {
    return step.running() ? cancelled(step) : backFrom(step);
  }

  /// One that is under way is cancelled; where that comes too late, it is undone as it would be
  /// later.
  private String cancelled(Step step) throws InterruptedException {
    String name = step.name();
    if (!cancellation.possible(name)) {
      throw new Refusal("action", "a step that has ended or can be cancelled", name);
    }
    return switch (cancellation.of(name)) {
      case CANCELLED ->
          undone(step, () -> "%s was cancelled. %s".formatted(name, cancellation.left(name)));
      case TOO_LATE -> backFrom(step);
      case NOT_YET -> name + " ends after the stretch it is in; go back once more when it has.";
    };
  }

  private String backFrom(Step step) throws InterruptedException {
    return switch (step.name()) {
      case "create-new-table" -> undone(step, this::dropNew);
      case "create-index-on-hot-table", "create-index-concurrently", "create-shadow-index" ->
          undone(step, this::dropIndexes);
      case "start-backfill", "resume-backfill", "one-big-update" -> undone(step, () -> COPIED);
      case "alter-in-place", "drop-old" ->
          throw new Refusal("action", "a step that can be undone", step.name());
      case "roll-instances v1" -> rolledBack(step, Release.V2);
      case "roll-instances v2", "rename-column" -> rolledBack(step, Release.V1);
      default ->
          throw new Refusal(
              "action",
              "the lever itself to be put back, to " + levers.get(),
              "back-one-step after " + step.name());
    };
  }

  private String rolledBack(Step step, Release release) throws InterruptedException {
    return errands.step("back from " + step.name(), () -> undone(step, () -> releases.to(release)));
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
    tools.ddl().run("DROP INDEX IF EXISTS " + Schema.COUNTRY_INDEX);
    return "The index is dropped.";
  }

  /// Brings back what was before a release.
  @FunctionalInterface
  interface Return {
    String to(Release release) throws InterruptedException;
  }
}
