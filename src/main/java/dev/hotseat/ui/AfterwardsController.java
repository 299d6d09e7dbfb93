package dev.hotseat.ui;

import dev.hotseat.session.Caller;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.Sessions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/// What is left of a session, as pages: its report, and its course to be seen again.
@Controller("/sessions/{id}")
@Produces("text/html")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AfterwardsController {
  private final Sessions sessions;
  private final Templates templates;

  AfterwardsController(Sessions sessions, Templates templates) {
    this.sessions = sessions;
    this.templates = templates;
  }

  @Get("/report")
  HttpResponse<?> report(String id, Caller caller) {
    Session session = session(id);
    SessionView view = session.view();
    return isOpenTo(caller, session, view)
        ? templates.page("report.jte", Map.of("view", ReportView.linked(session.report(), id)))
        : tooEarly(view);
  }

  @Get("/replay")
  HttpResponse<?> replay(String id, Caller caller) {
    Session session = session(id);
    SessionView view = session.view();
    return isOpenTo(caller, session, view)
        ? templates.page("replay.jte", Map.of("view", ReplayView.of(session)))
        : tooEarly(view);
  }

  /// Both show what the script kept to itself, so a candidate sees them after the end.
  private static boolean isOpenTo(Caller caller, Session session, SessionView view) {
    return view.state().equals("ended") || (caller.role().leads() && !session.conceals());
  }

  private HttpResponse<?> tooEarly(SessionView view) {
    return templates.page("too-early.jte", Map.of("view", view)).status(HttpStatus.CONFLICT);
  }

  private Session session(String id) {
    return sessions
        .find(id)
        .orElseThrow(
            () -> new SessionRefusal(SessionRefusal.Kind.GONE, "There is no such session."));
  }
}
