package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.migration.Errands.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ends what is under way before its time, as whoever is on call does with a database: what was
/// committed stays, what was not is taken back.
///
/// A statement that changes a schema is not among it: the engine in this process does not heed an
/// interrupt in one.
final class Cancellation {
  private static final String SHADOW = "create-shadow-index";

  /// What can be cancelled, and what is left of it.
  private static final Map<String, String> LEFT = left();

  private final Errands errands;
  private final Tools tools;

  Cancellation(Errands errands, Tools tools) {
    this.errands = errands;
    this.tools = tools;
  }

  private static Map<String, String> left() {
    Map<String, String> left = new LinkedHashMap<>();
    String copied = "What is copied stays; resume-backfill goes on from the last checkpoint.";
    left.put("start-backfill", copied);
    left.put("resume-backfill", copied);
    left.put("one-big-update", "Nothing of it was kept.");
    left.put(SHADOW, "The shadow is dropped.");
    left.put("verify", "The last comparison stands.");
    left.put("repair-mismatches", "Who had been put right already stays so.");
    return left;
  }

  /// Cancels what was begun last of all that can be.
  ///
  /// @throws Refusal when there is nothing
  String last() throws InterruptedException {
    List<String> names = errands.names();
    String name =
        names.reversed().stream()
            .filter(LEFT::containsKey)
            .findFirst()
            .orElseThrow(() ->
                new Refusal(
                    "action",
                    "something under way that can be cancelled ("
                        + String.join(", ", LEFT.keySet())
                        + ")",
                    names.isEmpty() ? "nothing under way" : String.join(", ", names)));
    return of(name);
  }

  /// Cancels this, and says what came of it.
  String of(String name) throws InterruptedException {
    Ending ending = errands.cancel(name);
    if (ending == Ending.CANCELLED && name.equals(SHADOW)) {
      tools.shadowIndex().clear();
    }
    return switch (ending) {
      case CANCELLED -> "%s was cancelled. %s".formatted(name, LEFT.get(name));
      case TOO_LATE -> name + " had ended before it could be cancelled.";
      case NOT_YET -> name + " has been told to end, and has not yet.";
    };
  }
}
