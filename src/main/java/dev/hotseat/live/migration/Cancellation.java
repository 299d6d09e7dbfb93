package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Ends what is under way before its time, between two of its stretches: what was committed stays,
/// what was not is taken back.
final class Cancellation {
  static final String LAST = "last";

  private static final Map<String, Function<Tools, Ended>> WORKS = works();

  private final Errands errands;
  private final Tools tools;

  Cancellation(Errands errands, Tools tools) {
    this.errands = errands;
    this.tools = tools;
  }

  /// What can be cancelled, by the name it was begun with.
  static List<String> names() {
    return List.copyOf(WORKS.keySet());
  }

  private static Map<String, Function<Tools, Ended>> works() {
    Map<String, Function<Tools, Ended>> works = new LinkedHashMap<>();
    works.put("start-backfill", tools -> copying(tools.backfill()));
    works.put("resume-backfill", tools -> copying(tools.backfill()));
    works.put("one-big-update", tools -> of(tools.bigCopy().bar(), "Nothing of it was kept."));
    works.put(
        "create-shadow-index", tools -> of(tools.shadowIndex().bar(), "The shadow is dropped."));
    works.put("verify", tools -> of(tools.verifier().bar(), "What was found before it stands."));
    works.put(
        "repair-mismatches",
        tools -> of(tools.repair().bar(), "Who had been put right already stays so."));
    return Collections.unmodifiableMap(works);
  }

  private static Ended copying(Backfill backfill) {
    return new Ended(
        backfill::stop,
        backfill::stopped,
        "What is copied stays; resume-backfill goes on from the checkpoint, or from the first"
            + " customer where none was kept.");
  }

  private static Ended of(ProgressBar bar, String left) {
    return new Ended(bar::cancel, bar::cancelled, left);
  }

  boolean possible(String name) {
    return WORKS.containsKey(name);
  }

  /// Cancels what goes by this name, or what was begun last, and says what came of it.
  ///
  /// @throws Refusal when it is not under way, or the last cannot be cancelled
  String cancel(String what) throws InterruptedException {
    List<String> underWay = errands.names();
    String name = what.equals(LAST) && !underWay.isEmpty() ? underWay.getLast() : what;
    if (!underWay.contains(name) || !possible(name)) {
      throw new Refusal(
          "what",
          "something under way that can be cancelled, of " + String.join(", ", names()),
          what
              + ", with "
              + (underWay.isEmpty() ? "nothing" : String.join(", ", underWay))
              + " under way");
    }
    return switch (of(name)) {
      case CANCELLED -> "%s was cancelled. %s".formatted(name, left(name));
      case TOO_LATE -> name + " had ended before it could be cancelled.";
      case NOT_YET -> name + " ends after the stretch it is in; the sheet of steps tells when.";
    };
  }

  /// Cancels this, and waits a while for its end.
  Ending of(String name) throws InterruptedException {
    Ended work = work(name);
    work.cancel().run();
    if (!errands.ends(name)) {
      return Ending.NOT_YET;
    }
    return work.cancelled().getAsBoolean() ? Ending.CANCELLED : Ending.TOO_LATE;
  }

  /// What is left of it once it is cancelled.
  String left(String name) {
    return work(name).left();
  }

  private Ended work(String name) {
    Function<Tools, Ended> work = WORKS.get(name);
    if (work == null) {
      throw new IllegalArgumentException(name + " cannot be cancelled");
    }
    return work.apply(tools);
  }

  /// What cancelling leads to.
  enum Ending {
    /// It has broken off.
    CANCELLED,
    /// It had come to its end by itself.
    TOO_LATE,
    /// It has been told to.
    NOT_YET
  }

  /// @param cancelled whether that is why it ended
  /// @param left what remains of it then
  private record Ended(Runnable cancel, BooleanSupplier cancelled, String left) {}
}
