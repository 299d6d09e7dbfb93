package dev.hotseat.ui;

import dev.hotseat.session.Caller;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.Sessions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;

/// The screen of a session. Everything it does goes through the JSON API; the forms here are for
/// browsers that run no script.
@Controller("/sessions/{id}")
@Produces("text/html")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsoleController {
  private final Sessions sessions;
  private final Templates templates;

  ConsoleController(Sessions sessions, Templates templates) {
    this.sessions = sessions;
    this.templates = templates;
  }

  @Get
  HttpResponse<?> show(String id, Caller caller) {
    return templates.page("console.jte", Map.of("view", ConsoleView.of(session(id), caller)));
  }

  @Post("/answers")
  @Consumes("application/x-www-form-urlencoded")
  HttpResponse<?> answer(String id, @Body Map<String, String> form) {
    session(id).answer(FormAnswer.of(form));
    return back(id);
  }

  @Post("/hints")
  @Consumes("application/x-www-form-urlencoded")
  HttpResponse<?> hint(String id) {
    session(id).hint();
    return back(id);
  }

  private static HttpResponse<?> back(String id) {
    return HttpResponse.seeOther(URI.create("/sessions/" + id + "#conversation"));
  }

  private Session session(String id) {
    return sessions
        .find(id)
        .orElseThrow(
            () -> new SessionRefusal(SessionRefusal.Kind.GONE, "There is no such session."));
  }
}
