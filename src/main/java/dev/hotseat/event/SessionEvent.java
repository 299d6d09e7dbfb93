package dev.hotseat.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.hotseat.telemetry.Readings;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened in a session. Facts only: what was decided from it is in the code that
/// folds over the journal.
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SessionEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = SessionEvent.PhaseEntered.class, name = "phase-entered"),
  @JsonSubTypes.Type(value = SessionEvent.Spoke.class, name = "spoke"),
  @JsonSubTypes.Type(value = SessionEvent.QuestionClosed.class, name = "question-closed"),
  @JsonSubTypes.Type(value = SessionEvent.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = SessionEvent.HintGiven.class, name = "hint-given"),
  @JsonSubTypes.Type(value = SessionEvent.LeversChanged.class, name = "levers-changed"),
  @JsonSubTypes.Type(value = SessionEvent.FaultStarted.class, name = "fault-started"),
  @JsonSubTypes.Type(value = SessionEvent.FaultStopped.class, name = "fault-stopped"),
  @JsonSubTypes.Type(value = SessionEvent.ActionBegun.class, name = "action-begun"),
  @JsonSubTypes.Type(value = SessionEvent.ActionTaken.class, name = "action-taken"),
  @JsonSubTypes.Type(value = SessionEvent.ActionFailed.class, name = "action-failed"),
  @JsonSubTypes.Type(value = SessionEvent.RunStarted.class, name = "run-started"),
  @JsonSubTypes.Type(value = SessionEvent.RunFinished.class, name = "run-finished"),
  @JsonSubTypes.Type(value = SessionEvent.Looked.class, name = "looked"),
  @JsonSubTypes.Type(value = SessionEvent.SecondPassed.class, name = "second-passed"),
  @JsonSubTypes.Type(value = SessionEvent.SignalSeen.class, name = "signal-seen"),
  @JsonSubTypes.Type(value = SessionEvent.Steered.class, name = "steered"),
  @JsonSubTypes.Type(value = SessionEvent.NoteTaken.class, name = "note-taken"),
  @JsonSubTypes.Type(value = SessionEvent.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = SessionEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = SessionEvent.SystemReset.class, name = "system-reset"),
  @JsonSubTypes.Type(value = SessionEvent.Recovered.class, name = "recovered"),
  @JsonSubTypes.Type(value = SessionEvent.Ended.class, name = "ended"),
})
public sealed interface SessionEvent {

  /// Always the first entry.
  ///
  /// @param scenarioDigest of the scenario folder's text, so that a replay knows what it ran
  /// @param mode `practice` or `interview`
  /// @param candidate name as given, may be empty
  @Serdeable
  record Opened(
      String scenario,
      String scenarioDigest,
      long seed,
      String mode,
      double timeMultiplier,
      String candidate)
      implements SessionEvent {}

  /// The interview moves to a phase.
  @Serdeable
  record PhaseEntered(String phase) implements SessionEvent {}

  /// The interviewer speaks. With a question id, that question is open from here on; `kind` tells
  /// what the words are for.
  ///
  /// @param questionId empty where no question is asked
  @Serdeable
  record Spoke(String text, Kind kind, String questionId, @Nullable Because because)
      implements SessionEvent {
    /// The same without a reason that tells of faults.
    public Spoke hushed() {
      return because != null && because.tellsOfFaults()
          ? new Spoke(text, kind, questionId, null)
          : this;
    }

    /// What the words are for.
    public enum Kind {
      OPENING,
      QUESTION,
      FOLLOW_UP,
      CHANGED_REQUIREMENT,
      PROBE,
      CLARIFICATION,
      ACKNOWLEDGEMENT,
      HINT,
      NOTICE
    }
  }

  /// A question is no longer open.
  ///
  /// @param how `answered`, `done`, `skipped`, `time` or `overtaken`
  @Serdeable
  record QuestionClosed(String questionId, String how) implements SessionEvent {}

  /// The candidate speaks. What was heard is kept with the words, so that the journal alone decides
  /// the transcript and the scores.
  ///
  /// @param questionId the question open at that moment, empty for none
  /// @param text the words; for a choice or a bare number, how it reads
  /// @param value of an estimate, in `unit`
  /// @param choice id of the chosen option, empty where none was
  /// @param assumptions the candidate's own stated assumptions by name
  /// @param mentions concepts heard
  /// @param question whether the words ask something
  /// @param clarifications ids of the fact-sheet entries that answer what the candidate asks
  /// @param echo share of the words that only repeat the question, 0..1
  /// @param unanswered whether the candidate asks something, too, that no entry answers
  @Serdeable
  record Answered(
      String questionId,
      String text,
      @Nullable Double value,
      String unit,
      String choice,
      Map<String, Double> assumptions,
      List<Mention> mentions,
      boolean question,
      List<String> clarifications,
      double echo,
      boolean unanswered)
      implements SessionEvent {
    private static final double ECHO_MAX = 0.6;

    /// Whether the words do little more than repeat the question; then nothing counts as heard.
    public boolean onlyEchoes() {
      return echo > ECHO_MAX;
    }

    /// Without what was heard in the words.
    public Answered wordsOnly() {
      return new Answered(
          questionId,
          text,
          value,
          unit,
          choice,
          assumptions,
          List.of(),
          question,
          List.of(),
          0,
          false);
    }
  }

  /// The interviewer gives a hint.
  ///
  /// @param number 1 for the first of the question's ladder
  @Serdeable
  record HintGiven(String questionId, int number) implements SessionEvent {}

  /// The design was changed.
  ///
  /// @param from values before, of the changed levers only
  /// @param to values after
  /// @param reason as given, may be empty
  @Serdeable
  record LeversChanged(Map<String, String> from, Map<String, String> to, String reason, String by)
      implements SessionEvent {}

  /// A fault begins to bite.
  ///
  /// @param by `script`, `candidate` or `interviewer`
  @Serdeable
  record FaultStarted(String fault, double intensity, String by) implements SessionEvent {}

  /// A fault is gone.
  @Serdeable
  record FaultStopped(String fault, String by) implements SessionEvent {}

  /// An action that takes time was begun. When its time is over, `ActionTaken` or `ActionFailed`
  /// with the same action and arguments follows; after a reset or a restart, neither does.
  ///
  /// @param seconds it takes, on the session's clock
  @Serdeable
  record ActionBegun(String action, Map<String, String> arguments, double seconds, String by)
      implements SessionEvent {}

  /// An action that was begun could not be carried out in the end.
  ///
  /// @param why one sentence
  @Serdeable
  record ActionFailed(String action, Map<String, String> arguments, String why, String by)
      implements SessionEvent {}

  /// An action was carried out.
  ///
  /// @param outcome what it did, one sentence
  @Serdeable
  record ActionTaken(String action, Map<String, String> arguments, String outcome, String by)
      implements SessionEvent {}

  /// A load run starts.
  ///
  /// @param profile name of the scenario's profile, or `own`
  /// @param plan the plan in one line, such as `2,000/s for 30 s, open, poisson`
  @Serdeable
  record RunStarted(int run, String profile, String plan, List<Prediction> predictions, String by)
      implements SessionEvent {}

  /// A load run ended.
  ///
  /// @param state `done`, `stopped`, `void` or `failed`
  /// @param figures by key as in readings, such as `p99/redirect`, plus `offered`, `served`,
  ///   `failed`
  /// @param result the whole result as JSON, for the runs list and the report
  @Serdeable
  record RunFinished(int run, String state, Map<String, Double> figures, String result)
      implements SessionEvent {}

  /// The candidate read an instrument.
  ///
  /// @param instrument `metrics`, `traces`, `trace`, `logs`, `sql`, `runs`, `compare` or `sheet`
  /// @param what the query, shortened; of a sheet its name, and behind it what it was told
  @Serdeable
  record Looked(String instrument, String what) implements SessionEvent {}

  /// One second of the live system.
  @Serdeable
  record SecondPassed(Readings readings) implements SessionEvent {}

  /// A signal of the scenario fired on live state.
  ///
  /// @param signal id in the scenario
  @Serdeable
  record SignalSeen(String signal, Because because) implements SessionEvent {}

  /// A human interviewer acts on a follow-up.
  ///
  /// @param what `hold`, `release`, `skip`, `ask` or `edit`
  /// @param text the edited words, empty otherwise
  @Serdeable
  record Steered(String followUp, String what, String text, String by) implements SessionEvent {}

  /// A note of the interviewer.
  @Serdeable
  record NoteTaken(String by, String text) implements SessionEvent {}

  /// The session's clock stands still.
  @Serdeable
  record Paused(String reason, String by) implements SessionEvent {}

  /// The session's clock goes on.
  @Serdeable
  record Resumed(String by) implements SessionEvent {}

  /// The live system was rebuilt from its seed; levers are back at the scenario's start.
  @Serdeable
  record SystemReset(String by) implements SessionEvent {}

  /// The server came back and rebuilt the live system with the levers of the journal.
  @Serdeable
  record Recovered(double downSeconds) implements SessionEvent {}

  /// Always the last entry but for notes.
  ///
  /// @param why `time`, `finished`, `candidate`, `interviewer` or `expired`
  @Serdeable
  record Ended(String why) implements SessionEvent {}
}
