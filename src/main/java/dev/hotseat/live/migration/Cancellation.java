package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Ends what is under way before its time, between two of its stretches: what was committed stays,
/// what was not is taken back.
final class Cancellation {
  static final String LAST = "last";

  private final Errands errands;
  private final Map<String, Ended> works;

  Cancellation(Errands errands, Tools tools) {
    this.errands = errands;
    this.works = works(tools);
  }

  /// What can be cancelled, by the name it was begun with.
  static List<String> names() {
    return List.of(
        "start-backfill",
        "resume-backfill",
        "one-big-update",
        "create-shadow-index",
        "verify",
        "repair-mismatches");
  }

  private static Map<String, Ended> works(Tools tools) {
    Backfill backfill = tools.backfill();
    var copying =
        new Ended(
            backfill::stop,
            backfill::stopped,
            "What is copied stays; resume-backfill goes on from the checkpoint, or from the first"
                + " customer where none was kept.");
    Map<String, Ended> works = new LinkedHashMap<>();
    works.put("start-backfill", copying);
    works.put("resume-backfill", copying);
    works.put("one-big-update", of(tools.bigCopy().bar(), "Nothing of it was kept."));
    works.put("create-shadow-index", of(tools.shadowIndex().bar(), "The shadow is dropped."));
    works.put("verify", of(tools.verifier().bar(), "What was found before it stands."));
    works.put(
        "repair-mismatches", of(tools.repair().bar(), "Who had been put right already stays so."));
    return works;
  }

  private static Ended of(ProgressBar bar, String left) {
    return new Ended(bar::cancel, bar::cancelled, left);
  }

  boolean possible(String name) {
    return works.containsKey(name);
  }

  /// Cancels what goes by this name, or what was begun last, and says what came of it.
  ///
  /// @throws Refusal when it is not under way, or the last cannot be cancelled
  String cancel(String what) throws InterruptedException {
    List<String> underWay = errands.names();
    String got = underWay.isEmpty() ? "nothing under way" : String.join(", ", underWay);
    String name = what.equals(LAST) && !underWay.isEmpty() ? underWay.getLast() : what;
    if (!underWay.contains(name) || !possible(name)) {
      throw new Refusal(
          "what",
          "something under way that can be cancelled, of " + String.join(", ", names()),
          got);
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
    Ended work = works.get(name);
    if (work == null) {
      throw new IllegalArgumentException(name + " cannot be cancelled");
    }
    return work;
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
