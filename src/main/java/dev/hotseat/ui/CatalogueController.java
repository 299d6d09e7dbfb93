package dev.hotseat.ui;

import dev.hotseat.scenario.Scenarios;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Opening;
import dev.hotseat.session.Role;
import dev.hotseat.session.SessionRefusal;
import dev.hotseat.session.Sessions;
import dev.hotseat.ui.CatalogueView.Draft;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;

/// The front page, and the form on it that opens a session.
@Controller
@Produces("text/html")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogueController {
  private final Scenarios scenarios;
  private final Sessions sessions;
  private final HttpHostResolver hosts;
  private final Templates templates;

  CatalogueController(
      Scenarios scenarios, Sessions sessions, HttpHostResolver hosts, Templates templates) {
    this.scenarios = scenarios;
    this.sessions = sessions;
    this.hosts = hosts;
    this.templates = templates;
  }

  @Get("/")
  HttpResponse<?> show(HttpRequest<?> request, @Nullable Caller caller) {
    return page(request, caller, Draft.NONE);
  }

  /// Opens a session and goes there: whoever practises alone is let in at once; for an interview
  /// with others there are links to hand out first.
  @Post("/sessions")
  @Consumes("application/x-www-form-urlencoded")
  HttpResponse<?> open(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    try {
      Opening opening = sessions.open(OpenForm.read(form));
      String id = opening.session().id();
      String mode = opening.session().view().mode();
      return caller.actingIn(mode) == Role.CANDIDATE
          ? HttpResponse.seeOther(URI.create("/sessions/" + id))
          : templates.page(
              "opened.jte", Map.of("view", OpenedView.of(opening, hosts.resolve(request))));
    } catch (SessionRefusal refusal) {
      return page(request, caller, OpenForm.again(form, refusal))
          .status(HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private MutableHttpResponse<?> page(
      HttpRequest<?> request, @Nullable Caller caller, Draft draft) {
    boolean host = caller != null && caller.role() == Role.HOST;
    return templates.page(
        "catalogue.jte",
        Map.of(
            "view",
            CatalogueView.of(
                scenarios.all(), sessions.list(), host, hosts.resolve(request), draft)));
  }
}
