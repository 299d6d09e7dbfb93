package dev.hotseat.api.access;

import dev.hotseat.api.problem.ProblemKind;
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

  /// Sets the cookie and goes on to the session. The cookie is lax, not strict, because a join link
  /// is followed from a chat or a mail, and the page behind it must already know who came.
  @Get("/{token}")
  HttpResponse<?> join(String token, HttpRequest<?> request) {
    Caller caller =
        credentials
            .holder(token)
            .filter(each -> !each.sessionId().isEmpty())
            .orElseThrow(
                () -> ProblemKind.NO_SUCH_SESSION.because("This join link opens no session."));
    Cookie cookie =
        Cookie.of(Credentials.COOKIE, token)
            .path("/")
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite(SameSite.Lax)
            .maxAge(KEPT);
    return HttpResponse.seeOther(URI.create("/api/sessions/" + caller.sessionId() + "?format=text"))
        .cookie(cookie);
  }
}
