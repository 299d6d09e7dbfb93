package dev.hotseat.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hotseat.event.Because;
import dev.hotseat.event.Entry;
import dev.hotseat.scenario.Scenario;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is left of a session: a pure fold over its journal, at any time.
///
/// @param headline the whole in one sentence
/// @param endedWhy as in the journal, empty while the session goes on
/// @param dimensions with level, anchor and receipts
/// @param timeline what happened, in order
/// @param runs load runs with predicted beside measured
/// @param hints that were given
/// @param disqualifiers reported on their own, with their receipts
/// @param notAssessed dimensions of which too little was seen
/// @param next one thing to try next
/// @param objectives as they last were measured
/// @param questions that were asked, and what became of them
/// @param levers how the design changed
/// @param changedRequirement what changed on the way, absent when nothing did
/// @param milestones when what the scenario waits for came true
/// @param troubles what the script broke, and whether it was explained
/// @param review parts in the candidate's own words, such as a post-incident review
/// @param strong what a strong answer does
/// @param likelihood how likely this is in production
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Report(
    String headline,
    String scenario,
    String title,
    String scenarioDigest,
    long seed,
    String mode,
    String candidate,
    double timeMultiplier,
    @Nullable Instant openedAt,
    @Nullable Instant endedAt,
    String endedWhy,
    double elapsedSeconds,
    double plannedSeconds,
    List<DimensionScore> dimensions,
    List<Receipt> disqualifiers,
    List<NotAssessed> notAssessed,
    String next,
    List<ObjectiveLine> objectives,
    List<RunLine> runs,
    List<QuestionLine> questions,
    List<LeverLine> levers,
    @Nullable ChangeLine changedRequirement,
    List<HintLine> hints,
    List<Mark> timeline,
    List<MilestoneLine> milestones,
    List<TroubleLine> troubles,
    List<ReviewLine> review,
    List<String> strong,
    String likelihood) {

  /// The report of a journal.
  ///
  /// @param startLevers every lever of the live system with the value the session started with
  public static Report of(Scenario scenario, Map<String, String> startLevers, List<Entry> journal) {
    return new Reporting(scenario, startLevers, journal).report();
  }

  /// A dimension of which too little was seen.
  @Serdeable
  public record NotAssessed(String name, String title, String why) {}

  /// An objective as it last was measured.
  ///
  /// @param measured absent when it never was
  /// @param atSeconds on the session's clock when it was last measured, absent when it never was
  /// @param metSeconds of the live system during which it was met
  /// @param measuredSeconds of the live system during which it could be measured
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ObjectiveLine(
      String name,
      String text,
      String unit,
      String target,
      @Nullable Double measured,
      boolean met,
      @Nullable Double atSeconds,
      int metSeconds,
      int measuredSeconds) {}

  /// A load run.
  ///
  /// @param state `done`, `stopped`, `void` or `failed`; `running` when the journal does not tell
  /// @param levers in force when it started, of those that differ from the session's start
  @Serdeable
  public record RunLine(
      int run,
      String ref,
      Instant at,
      double elapsedSeconds,
      String profile,
      String plan,
      String state,
      Map<String, Double> figures,
      Map<String, String> levers,
      List<PredictionLine> predictions) {}

  /// A prediction beside what was measured.
  ///
  /// @param measured absent where it was not
  /// @param held whether it was near enough
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PredictionLine(
      String metric, double predicted, String unit, @Nullable Double measured, boolean held) {}

  /// A question that was asked.
  ///
  /// @param because what made the interviewer ask it, absent where it was simply next
  /// @param closed `answered`, `done`, `skipped`, `time` or `overtaken`; empty where it still is
  ///   open
  /// @param points earned and lost in it
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record QuestionLine(
      String id,
      String text,
      String phase,
      @Nullable Because because,
      double elapsedSeconds,
      String closed,
      int hints,
      double points) {}

  /// A change of the design.
  @Serdeable
  public record LeverLine(
      String ref,
      Instant at,
      double elapsedSeconds,
      Map<String, String> from,
      Map<String, String> to,
      String reason,
      String by) {}

  /// A requirement that changed on the way.
  @Serdeable
  public record ChangeLine(String text, String ref, Instant at, double elapsedSeconds) {}

  /// A hint that was given.
  @Serdeable
  public record HintLine(
      String question, int number, String text, String ref, Instant at, double elapsedSeconds) {}

  /// A moment that the scenario waits for.
  ///
  /// @param ref empty where it never came
  /// @param elapsedSeconds on the session's clock, absent where it never came
  /// @param afterTroubleSeconds since the script first broke something, absent where it never came
  ///   or came before
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MilestoneLine(
      String name,
      String title,
      String ref,
      @Nullable Double elapsedSeconds,
      @Nullable Double afterTroubleSeconds) {}

  /// What the script broke.
  ///
  /// @param group of which the seed picked it; empty where it was not a matter of chance
  /// @param path how it is found and what ends it, as the scenario tells
  /// @param asked whether the candidate was to name it
  /// @param explained whether it was named with evidence
  /// @param felt what it did to what customers feel; absent where nothing was seen of that
  @Serdeable
  public record TroubleLine(
      String ref,
      double elapsedSeconds,
      String group,
      String fault,
      String path,
      boolean asked,
      boolean explained,
      @Nullable Felt felt) {

    /// A reading before and after it began, as measured in this session.
    @Serdeable
    public record Felt(String reading, double before, double then) {
      /// In words, such as `p99/checkout went from 82 to 834, 10.2 times as much`.
      public String told() {
        return "%s went from %.0f to %.0f, %.1f times as much"
            .formatted(reading, before, then, then / before);
      }
    }
  }

  /// A part of the report in the candidate's own words.
  @Serdeable
  public record ReviewLine(String title, List<Words> words) {
    /// What was said at one moment.
    @Serdeable
    public record Words(String ref, double elapsedSeconds, String text) {}
  }

  /// A mark on the time line.
  ///
  /// @param kind `phase`, `question`, `follow-up`, `changed-requirement`, `answer`, `hint`,
  ///   `lever`, `fault`, `action`, `run`, `signal`, `pause` or `system`
  @Serdeable
  public record Mark(
      String ref, Instant at, double elapsedSeconds, String kind, String text, String by) {}
}
