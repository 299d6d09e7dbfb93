package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SecondPassed;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.telemetry.Readings;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// What the instruments show and showed.
///
/// @param recent readings of the last five seconds, by key
/// @param calm the same as they last were in a calm, healthy system
/// @param loaded the same as they last were in a healthy system under load
/// @param healthySeconds how long there has been traffic, no fault and no errors, without a run
///   starting or ending
/// @param underLoad whether a run was going on in these seconds
/// @param looks at instruments
/// @param readInTrouble instruments read since the first fault
/// @param sheets looks at the system's own instruments, by their names
record Dials(
    Map<String, Double> recent,
    Map<String, Double> calm,
    Map<String, Double> loaded,
    int healthySeconds,
    boolean underLoad,
    Tally looks,
    Tally sheets,
    Set<String> readInTrouble) {
  /// How the keys of oracles begin.
  static final String TRUTH = "oracle/";

  /// How a look at one of the system's own instruments is called.
  static final String SHEET = "sheet ";

  static final Dials DARK =
      new Dials(Map.of(), Map.of(), Map.of(), 0, false, Tally.EMPTY, Tally.EMPTY, Set.of());

  /*
   * "Recent" looks back five seconds, so the first five after a fault or a run still carry it. Ten is
   * what the system must be healthy for before a fault may be injected; the baseline asks the same.
   */
  private static final int HEALTHY_SECONDS = 10;
  private static final double ERROR_SHARE_MAX = 0.001;

  Dials after(SessionEvent event, Setup setup, Runs runs) {
    return switch (event) {
      case SecondPassed(Readings readings) -> read(readings.recent(), setup, runs.running());
      case Looked(String instrument, String what) ->
          looking(instrument, what, !setup.faultsSeen().isEmpty());
      case FaultStarted _,
          FaultStopped _,
          RunStarted _,
          RunFinished _,
          SystemReset _,
          Recovered _ ->
          new Dials(recent, calm, loaded, 0, underLoad, looks, sheets, readInTrouble);
      default -> this;
    };
  }

  private Dials looking(String instrument, String what, boolean inTrouble) {
    boolean own = (instrument + " ").equals(SHEET);
    String sheet = own ? what.split(" ", 2)[0] : "";
    Set<String> read = new HashSet<>(readInTrouble);
    if (inTrouble) {
      read.add(own ? SHEET + sheet : instrument);
    }
    return new Dials(
        recent,
        calm,
        loaded,
        healthySeconds,
        underLoad,
        looks.plusOne(instrument),
        own ? sheets.plusOne(sheet) : sheets,
        Set.copyOf(read));
  }

  /// The oracles among what was read last.
  Map<String, Double> truths() {
    return recent.entrySet().stream()
        .filter(each -> each.getKey().startsWith(TRUTH))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  OptionalDouble now(String key) {
    return at(recent, key);
  }

  /*
   * A system that nobody but the load generator ever calls has no calm readings at all. Then what it
   * showed while it carried its load in good health is the best "before" there is.
   */
  OptionalDouble baseline(String key) {
    return at(calm.isEmpty() ? loaded : calm, key);
  }

  private Dials read(Map<String, Double> now, Setup setup, boolean running) {
    boolean healthy = setup.faults().isEmpty() && busy(now) && faultless(now);
    int seconds = !healthy ? 0 : running == underLoad ? healthySeconds + 1 : 1;
    boolean holds = seconds >= HEALTHY_SECONDS;
    return new Dials(
        now,
        holds && !running ? now : calm,
        holds && running ? now : loaded,
        seconds,
        running,
        looks,
        sheets,
        readInTrouble);
  }

  private static boolean busy(Map<String, Double> now) {
    return now.entrySet().stream()
        .anyMatch(each -> each.getKey().startsWith("rate/") && each.getValue() > 0);
  }

  private static boolean faultless(Map<String, Double> now) {
    return now.entrySet().stream()
        .noneMatch(
            each -> each.getKey().startsWith("errorShare/") && each.getValue() >= ERROR_SHARE_MAX);
  }

  private static OptionalDouble at(Map<String, Double> numbers, String key) {
    Double found = numbers.get(key);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
