package dev.hotseat.api;

import dev.hotseat.session.FaultView;
import dev.hotseat.session.JobView;
import dev.hotseat.session.Opening;
import dev.hotseat.session.RunView;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.SessionView.ClockView;
import dev.hotseat.session.SessionView.ObjectiveView;
import dev.hotseat.session.SessionView.PhaseView;
import dev.hotseat.session.SessionView.QuestionView;
import dev.hotseat.telemetry.Readings;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A session as clients read it.
///
/// @param liveUrl where its live system answers
/// @param faults faults in force that the reader may know of
/// @param tokens one per role, only in the answer to opening it
/// @param joinLinks addresses that let a browser in, one per role, only in the answer to opening it
@Serdeable
record SessionJson(
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
    String liveUrl,
    List<FaultView> faults,
    Map<String, String> levers,
    @Nullable RunView run,
    List<JobView> jobs,
    @Nullable Readings readings,
    long lastSeq,
    Instant openedAt,
    String endedWhy,
    @Nullable Tokens tokens,
    @Nullable Tokens joinLinks) {

  /// One text per role.
  @Serdeable
  record Tokens(String candidate, String interviewer, String observer) {}

  static SessionJson of(SessionView view, List<FaultView> faults, String liveUrl) {
    return of(view, faults, liveUrl, null, null);
  }

  static SessionJson opened(
      Opening opening, List<FaultView> faults, String liveUrl, Tokens joinLinks) {
    Opening.Tokens tokens = opening.tokens();
    return of(
        opening.session().view(),
        faults,
        liveUrl,
        new Tokens(tokens.candidate(), tokens.interviewer(), tokens.observer()),
        joinLinks);
  }

  private static SessionJson of(
      SessionView view,
      List<FaultView> faults,
      String liveUrl,
      @Nullable Tokens tokens,
      @Nullable Tokens joinLinks) {
    return new SessionJson(
        view.id(),
        view.scenario(),
        view.title(),
        view.mode(),
        view.seed(),
        view.candidate(),
        view.state(),
        view.phase(),
        view.phases(),
        view.clock(),
        view.question(),
        view.objectives(),
        liveUrl,
        faults,
        view.levers(),
        view.run(),
        view.jobs(),
        view.readings(),
        view.lastSeq(),
        view.openedAt(),
        view.endedWhy(),
        tokens,
        joinLinks);
  }
}
