package dev.hotseat.session;

import dev.hotseat.event.Because;
import dev.hotseat.telemetry.Readings;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A session at one moment, as its candidate may see it.
///
/// @param title of the scenario
/// @param state `running`, `paused` or `ended`
/// @param phase id of the phase, empty before the first
/// @param phases all phases in order
/// @param question the open question, absent where none is
/// @param liveId unguessable; the live system answers under it
/// @param faults faults biting now
/// @param levers lever values in force by name
/// @param run the run going on, absent where none is
/// @param jobs work on the system that takes a while: actions under way, jobs of the system
/// @param readings of the live system's last second, absent before the first
/// @param lastSeq of the journal; events after it are newer than this view
/// @param endedWhy as in the journal, empty while it goes on
@Serdeable
public record SessionView(
    String id,
    String scenario,
    String title,
    String mode,
    long seed,
    String candidate,
    String state,
    String phase,
    List<PhaseView> phases,
    ClockView clock,
    @Nullable QuestionView question,
    List<ObjectiveView> objectives,
    String liveId,
    List<FaultView> faults,
    Map<String, String> levers,
    @Nullable RunView run,
    List<JobView> jobs,
    @Nullable Readings readings,
    long lastSeq,
    Instant openedAt,
    String endedWhy) {

  /// The session's clock.
  ///
  /// @param elapsedSeconds pauses do not count
  /// @param remainingSeconds until time is up, never below zero
  /// @param speed session seconds per real second, 1 but in rehearsals
  @Serdeable
  public record ClockView(
      double elapsedSeconds, double remainingSeconds, double timeMultiplier, double speed) {}

  /// A stretch of the interview.
  ///
  /// @param state `past`, `now` or `ahead`
  @Serdeable
  public record PhaseView(String id, String title, double minutes, String state) {}

  /// The open question.
  ///
  /// @param kind `open`, `estimate`, `choice`, `do` or `explain`
  /// @param text as the interviewer asked it
  /// @param because why it was asked, absent where it was simply next
  /// @param options of a choice, otherwise empty
  /// @param unit of an estimate, otherwise empty
  /// @param assumptions what an estimate may state, otherwise empty
  /// @param hintsGiven hints already given
  /// @param hintsLeft hints still to be had
  /// @param askedAtSeconds on the session's clock
  @Serdeable
  public record QuestionView(
      String id,
      String kind,
      String text,
      @Nullable Because because,
      List<OptionView> options,
      String unit,
      List<AssumptionView> assumptions,
      int hintsGiven,
      int hintsLeft,
      double askedAtSeconds) {}

  /// An option of a choice.
  @Serdeable
  public record OptionView(String id, String text) {}

  /// Something an estimate may state.
  @Serdeable
  public record AssumptionView(
      String name, String text, String unit, double usual, double min, double max) {}

  /// An objective and how the live system stands to it.
  ///
  /// @param target for a person, such as `< 20`
  /// @param measured absent where nothing was measured
  @Serdeable
  public record ObjectiveView(
      String name,
      String text,
      String unit,
      String target,
      @Nullable Double measured,
      boolean met) {}
}
