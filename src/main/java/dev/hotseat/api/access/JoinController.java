package dev.hotseat.api.access;

import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.session.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;

/// Lets a browser in by a join link.
@Controller("/join")
@ExecuteOn(TaskExecutors.BLOCKING)
final class JoinController {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Credentials credentials;

  JoinController(Credentials credentials) {
    this.credentials = credentials;
  }

  /// Sets the cookie and goes on to the session. It is set for the paths of this one session, so
  /// that a browser may sit in several at once, and in none of them for any other page. It is lax,
  /// not strict, because a join link is followed from a chat or a mail, and the page behind it must
  /// already know who came.
  @Get("/{token}")
  HttpResponse<?> join(String token, HttpRequest<?> request) {
    Caller caller =
        credentials
            .holder(token)
            .filter(each -> !each.sessionId().isEmpty())
            .orElseThrow(
                () -> ProblemKind.NO_SUCH_SESSION.because("This join link opens no session."));
    String page = "/sessions/" + caller.sessionId();
    String text = "/api" + page + "?format=text";
    return HttpResponse.seeOther(URI.create(Format.wantedBy(request) == Format.HTML ? page : text))
        .cookie(cookie(token, page, request))
        .cookie(cookie(token, "/api" + page, request));
  }

  private static Cookie cookie(String token, String path, HttpRequest<?> request) {
    return Cookie.of(Credentials.COOKIE, token)
        .path(path)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite(SameSite.Lax)
        .maxAge(KEPT);
  }
}
