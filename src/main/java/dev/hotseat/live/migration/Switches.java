package dev.hotseat.live.migration;

import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.migration.Choices.DualWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes on lever values. What changes where writes go is a step of the migration: it is written
/// down, and done at a moment when no write is under way.
final class Switches {
  private static final long PATIENCE_MILLIS = 1_000;

  private final Kit kit;
  private final WriteGate gate;
  private final Steps steps;
  private final Opening opening;
  private final Tools tools;
  private final Opening.Opened opened;
  private volatile Choices choices = Choices.of(LeverValues.initial(CustomersLevers.levers(false)));
  private final List<Turn> turns = new CopyOnWriteArrayList<>();
  private boolean open;
  private volatile boolean triggerOn;

  /// @param opened what follows once there are customers
  Switches(
      Kit kit, WriteGate gate, Steps steps, Opening opening, Tools tools, Opening.Opened opened) {
    this.kit = kit;
    this.gate = gate;
    this.steps = steps;
    this.opening = opening;
    this.tools = tools;
    this.opened = opened;
  }

  /// The values in force.
  Choices choices() {
    return choices;
  }

  /// Whether a trigger copies what is written to the old table.
  boolean triggered() {
    return triggerOn;
  }

  void change(LeverValues levers) {
    Choices next = Choices.of(levers);
    tools.change(levers);
    try {
      if (!open) {
        open = true;
        choices = next;
        opening.open(
            next,
            () -> {
              opened.run();
              toggle(choices);
            });
      } else if (opening.isOpen() && next.movesWrites(choices)) {
        cutOver(next);
      } else {
        choices = next;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while levers were turned", e);
    }
  }

  private void cutOver(Choices next) throws InterruptedException {
    Choices before = choices;
    Steps.Step step = steps.begin(String.join(", ", differences(before, next)));
    boolean drained = gate.drain(PATIENCE_MILLIS, () -> take(next)).isPresent();
    if (!drained) {
      take(next);
    }
    step.done(
        drained
            ? "No write was under way when it was switched."
            : "Switched while writes were under way: they took too long to be waited for.");
    settle(new Turn(before, step), next);
  }

  /*
   * Who puts levers back to where they were has undone what they did since, and need not undo that
   * again on the way to what came before.
   */
  private void settle(Turn turn, Choices next) {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (!next.movesWrites(turns.get(i).before())) {
        List<Turn> undone = List.copyOf(turns.subList(i, turns.size()));
        turn.step().undid(undone.stream().map(Turn::step).toList());
        turns.removeAll(undone);
        return;
      }
    }
    turns.add(turn);
  }

  /// What the levers would be put back to by who undid their last change that stands.
  String wayBack() {
    return turns.isEmpty() ? "" : String.join(", ", differences(choices, turns.getLast().before()));
  }

  private void take(Choices next) throws InterruptedException {
    toggle(next);
    choices = next;
  }

  private void toggle(Choices next) throws InterruptedException {
    boolean wanted = next.dualWrite() == DualWrite.TRIGGER;
    if (!wanted && !triggerOn) {
      return;
    }
    try {
      kit.store()
          .aside(connection -> {
            Dialect dialect = Dialect.of(connection);
            dialect.copyNoChanges(connection);
            if (wanted) {
              dialect.copyChanges(connection, next.versionCheck());
            }
            return wanted;
          });
      triggerOn = wanted;
    } catch (HopFailure failure) {
      kit.log("ERROR", "store", "The trigger could not be changed: " + failure.why().detail());
      triggerOn = false;
    }
  }

  private static List<String> differences(Choices before, Choices next) {
    List<String> found = new ArrayList<>();
    if (before.dualWrite() != next.dualWrite()) {
      found.add("dual-write " + next.dualWrite().text());
    }
    if (before.versionCheck() != next.versionCheck()) {
      found.add("version-check " + (next.versionCheck() ? "on" : "off"));
    }
    if (before.writeOld() != next.writeOld()) {
      found.add("write-old " + (next.writeOld() ? "on" : "off"));
    }
    if (before.readsFromNew() != next.readsFromNew()) {
      found.add("reads-from-new " + next.readsFromNew());
    }
    return found;
  }

  /// A change of levers that stands, and what they were before it.
  private record Turn(Choices before, Steps.Step step) {}
}
