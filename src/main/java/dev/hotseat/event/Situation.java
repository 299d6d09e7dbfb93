package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.Spoke;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// What the journal says of a session at one moment: readings, design, faults, runs, words. A fold
/// over the entries; immutable. Conditions of a scenario are asked over it.
///
/// The *baseline* is what the instruments showed when the system was last healthy and left alone:
/// traffic, no fault in force, no load run, errors under 0.1 %, for ten seconds on end.
public final class Situation {
  private final double elapsedSeconds;
  private final String phase;
  private final double phaseSince;
  private final Dials dials;
  private final Setup setup;
  private final Runs runs;
  private final Talk talk;
  private final boolean changed;
  private final Deeds deeds;

  private Situation(
      double elapsedSeconds,
      String phase,
      double phaseSince,
      Dials dials,
      Setup setup,
      Runs runs,
      Talk talk,
      boolean changed,
      Deeds deeds) {
    this.elapsedSeconds = elapsedSeconds;
    this.phase = phase;
    this.phaseSince = phaseSince;
    this.dials = dials;
    this.setup = setup;
    this.runs = runs;
    this.talk = talk;
    this.changed = changed;
    this.deeds = deeds;
  }

  /// The situation before the first entry.
  ///
  /// @param startLevers every lever of the live system with the value the session starts with
  public static Situation before(Map<String, String> startLevers) {
    return new Situation(
        0, "", 0, Dials.DARK, Setup.of(startLevers), Runs.NONE, Talk.SILENT, false, Deeds.NONE);
  }

  /// The situation after one more entry.
  public Situation after(Entry entry) {
    SessionEvent event = entry.event();
    boolean enters = event instanceof PhaseEntered;
    return new Situation(
        Math.max(elapsedSeconds, entry.elapsedSeconds()),
        event instanceof PhaseEntered(String entered) ? entered : phase,
        enters ? entry.elapsedSeconds() : phaseSince,
        dials.after(event, setup, runs),
        setup.after(event),
        runs.after(entry, dials),
        talk.after(event, dials.readInTrouble()),
        changed || (event instanceof Spoke spoke && spoke.kind() == Spoke.Kind.CHANGED_REQUIREMENT),
        deeds.after(entry));
  }

  /// A reading of the last five seconds by key.
  public OptionalDouble now(String key) {
    return dials.now(key);
  }

  /// The same reading at the baseline.
  public OptionalDouble baseline(String key) {
    return dials.baseline(key);
  }

  /// A figure of a finished run. An oracle's is by how much it has grown since the run began.
  ///
  /// @param back 0 for the last one, 1 for the one before
  public OptionalDouble figure(int back, String key) {
    return runs.figure(back, key, dials);
  }

  /// Runs that ended with figures, in order.
  public List<FinishedRun> finishedRuns() {
    return runs.finished();
  }

  /// How many of them were of a profile; all for the empty name.
  public int runs(String profile) {
    return runs.count(profile);
  }

  /// Whether a run is going on.
  public boolean running() {
    return runs.running();
  }

  /// Share of predictions so far that came true, of those whose metric was measured.
  public OptionalDouble predictionAccuracy() {
    return runs.finished().stream()
        .flatMapToDouble(
            run -> run.judged().stream().mapToDouble(each -> run.cameTrue(each) ? 1 : 0))
        .average();
  }

  /// Every lever with its value now.
  public Map<String, String> levers() {
    return setup.levers();
  }

  /// Whether anybody ever changed a lever.
  public boolean leverChanged(String name) {
    return setup.changed().contains(name);
  }

  /// How many different levers anybody ever changed.
  public int leversChanged() {
    return setup.changed().size();
  }

  /// Faults in force.
  public Set<String> faults() {
    return setup.faults();
  }

  /// Whether a fault was ever in force; any for the empty name.
  public boolean faultSeen(String name) {
    return name.isEmpty() ? !setup.faultsSeen().isEmpty() : setup.faultsSeen().contains(name);
  }

  /// Times an action was taken.
  public int acted(String action) {
    return setup.actions().of(action);
  }

  /// When an action was first decided upon, on the session's clock.
  public OptionalDouble actedAt(String action) {
    return deeds.firstOf(action);
  }

  /// When it was last.
  public OptionalDouble actedLast(String action) {
    return deeds.lastOf(action);
  }

  /// When an action that takes time was last begun, on the session's clock.
  public OptionalDouble actingSince() {
    return deeds.actingSince();
  }

  /// Looks at instruments since then; absent before the first such action.
  public OptionalDouble lookedSinceActing() {
    return deeds.actingSince().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(deeds.looks());
  }

  /// When the script first broke something, on the session's clock.
  public OptionalDouble injectedAt() {
    return deeds.injectedAt();
  }

  /// Times an instrument was read; all of them for the empty name, `sheet locks` for one of the
  /// system's own.
  public int looked(String instrument) {
    return instrument.startsWith(Dials.SHEET)
        ? dials.sheets().of(instrument.substring(Dials.SHEET.length()))
        : dials.looks().of(instrument);
  }

  /// How many different instruments were read since trouble began.
  public int instrumentsRead() {
    return dials.readInTrouble().size();
  }

  /// Whether a question was answered or done.
  public boolean answered(String question) {
    return talk.answered().contains(question);
  }

  /// Whether a concept was heard affirmed.
  public boolean heard(String concept) {
    return talk.heard().contains(concept);
  }

  /// Answers in which anything was affirmed, in order.
  public List<Claim> claims() {
    return talk.claims();
  }

  /// Whether the changed requirement was told.
  public boolean requirementChanged() {
    return changed;
  }

  /// Times a fact-sheet entry was asked for; all of them for the empty name.
  public int clarified(String clarification) {
    return talk.clarified().of(clarification);
  }

  /// The candidate's assumption as last stated.
  public OptionalDouble assumed(String name) {
    Double found = talk.assumed().get(name);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /// Time on the session's clock.
  public double elapsedSeconds() {
    return elapsedSeconds;
  }

  /// Id of the phase; empty before the first.
  public String phase() {
    return phase;
  }

  /// Time on the session's clock when the phase began.
  public double phaseSince() {
    return phaseSince;
  }
}
