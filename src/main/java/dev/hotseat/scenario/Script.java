package dev.hotseat.scenario;

import dev.hotseat.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The interview of a scenario.
///
/// @param phases in order
/// @param questions every question by id: those of phases, follow-ups and changed requirements
/// @param followUps questions that live state makes askable
/// @param changes changed requirements, of which the seed picks one
/// @param changeAtShare when the changed requirement comes, as a share of the session's length
/// @param signals evidence read off live state
/// @param predictionPoints points for a prediction within tolerance, in dimension `verification`
public record Script(
    List<Phase> phases,
    Map<String, Question> questions,
    List<FollowUp> followUps,
    List<Change> changes,
    double changeAtShare,
    List<StateSignal> signals,
    double predictionPoints) {

  /// The changed requirement that a seed picks.
  public Optional<Change> change(long seed) {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(changes.get(new Dice(seed).pick("changed-requirement", changes.size())));
  }

  /// A stretch of the interview.
  ///
  /// @param id kebab case
  /// @param title for a person
  /// @param minutes time box before the multiplier
  /// @param opens what the interviewer says on entering, may be empty
  /// @param questions ids of the core questions, in order
  /// @param injects faults the script starts in this phase
  public record Phase(
      String id,
      String title,
      double minutes,
      @Nullable Template opens,
      List<String> questions,
      List<Inject> injects) {}

  /// A fault the script starts once the baseline holds.
  ///
  /// @param group name of a seeded group; or empty with `fault` set
  /// @param fault name of the fault; or empty with `group` set
  /// @param intensity of `fault`; absent is the fault's usual one
  /// @param after time on the session's clock since the phase began
  /// @param upTo the session's seed picks the moment between `after` and this; zero for `after`
  /// @param lasting how long it bites on the session's clock; zero until the phase ends
  /// @param stays whether it bites on when the phase ends
  /// @param atLatest it begins so long after the phase began even if the baseline does not hold;
  ///   zero for never
  /// @param when only if this holds, absent for always
  public record Inject(
      String group,
      String fault,
      @Nullable Double intensity,
      Duration after,
      Duration upTo,
      Duration lasting,
      boolean stays,
      Duration atLatest,
      @Nullable Condition when) {
    /// One that comes at its time whatever the seed.
    public Inject(
        String group,
        String fault,
        @Nullable Double intensity,
        Duration after,
        Duration lasting,
        boolean stays,
        Duration atLatest,
        @Nullable Condition when) {
      this(group, fault, intensity, after, Duration.ZERO, lasting, stays, atLatest, when);
    }

    /// One that waits for the baseline as long as it takes, and ends with its phase.
    public Inject(
        String group,
        String fault,
        @Nullable Double intensity,
        Duration after,
        Duration lasting,
        @Nullable Condition when) {
      this(group, fault, intensity, after, lasting, false, Duration.ZERO, when);
    }
  }

  /// Something the interviewer asks.
  ///
  /// @param ask the words
  /// @param timeBox how long it stays open before the interviewer moves on, before the multiplier
  /// @param listen what an answer is heard for
  /// @param hints the ladder, mildest first
  /// @param probe asked once when nothing strong was heard, absent for none
  /// @param done the condition of a `do` question, absent for the others
  /// @param doneSignal evidence of a `do` question when done, absent for none
  /// @param estimate of an `estimate` question, absent for the others
  /// @param options of a `choice` question, empty for the others
  /// @param onlyIf asked only if this holds when its turn comes, absent for always
  /// @param explains group of seeded faults of which an answer is to name the one that was picked;
  ///   empty for none
  public record Question(
      String id,
      Kind kind,
      Template ask,
      Duration timeBox,
      List<Listen> listen,
      List<Template> hints,
      @Nullable Template probe,
      @Nullable Condition done,
      @Nullable Award doneSignal,
      @Nullable Estimate estimate,
      List<Option> options,
      @Nullable Condition onlyIf,
      String explains) {
    /// How it is answered.
    public enum Kind {
      OPEN,
      ESTIMATE,
      CHOICE,
      DO,
      EXPLAIN
    }
  }

  /// A concept that means something in the answer to one question.
  ///
  /// @param concept id
  /// @param award what hearing it affirmed is worth
  /// @param says what the interviewer replies when it was heard, absent for the usual
  ///   acknowledgement
  public record Listen(String concept, Award award, @Nullable Template says) {}

  /// Evidence for a dimension.
  ///
  /// @param signal strong adds points, weak takes them off, a disqualifier is reported on its own
  /// @param dimension name in the rubric
  /// @param points 0.5 to 5
  /// @param text what it shows, one sentence for the report
  public record Award(Strength signal, String dimension, double points, String text) {}

  /// What a signal says about the candidate.
  public enum Strength {
    STRONG,
    WEAK,
    DISQUALIFIER
  }

  /// What an estimate is checked against.
  ///
  /// @param unit unit of the expected value
  /// @param expect the expected value, from the candidate's own assumptions where stated
  /// @param factor right when within this factor of the expected value
  /// @param assumptions what the candidate may state, by name
  /// @param award what being right is worth
  public record Estimate(
      String unit, Expression expect, double factor, List<Assumption> assumptions, Award award) {}

  /// Something the candidate may assume.
  ///
  /// @param usual the value when none is stated
  public record Assumption(
      String name, String text, String unit, double usual, double min, double max) {
    /// Whether a stated value can be believed; one that cannot counts as not stated.
    public boolean allows(double value) {
      return value >= min && value <= max;
    }
  }

  /// An option of a choice.
  public record Option(String id, String text, @Nullable Award award, @Nullable Template says) {}

  /// A question that live state makes askable; asked at most once.
  ///
  /// @param question id; its ask may quote live numbers
  /// @param when the condition
  /// @param holding how long it must hold, in seconds of the live system
  /// @param phases where it may be asked; empty for everywhere
  /// @param coolDown quiet time on the session's clock after any follow-up before this one
  /// @param priority greater is asked first when several are askable
  public record FollowUp(
      String question,
      Condition when,
      Duration holding,
      List<String> phases,
      Duration coolDown,
      int priority) {}

  /// A requirement that changes on the way.
  ///
  /// @param id kebab case
  /// @param announce what the interviewer says
  /// @param questions asked after it, in order
  public record Change(String id, Template announce, List<String> questions) {}

  /// Evidence read off live state, at most once.
  ///
  /// @param holding how long the condition must hold, in seconds of the live system
  public record StateSignal(String id, Condition when, Duration holding, Award award) {}
}
