package dev.hotseat.ui;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;
import java.util.Set;

/// A page for who follows a link that leads nowhere, or not to them: a problem document is for
/// programs. What is below `/api` and `/live` stays as it is.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ClosedDoors {
  private static final Set<Integer> NOT_YOURS =
      Set.of(HttpStatus.UNAUTHORIZED.getCode(), HttpStatus.FORBIDDEN.getCode());
  private static final Set<Integer> NOTHING =
      Set.of(HttpStatus.NOT_FOUND.getCode(), HttpStatus.GONE.getCode());

  private final Templates templates;

  ClosedDoors(Templates templates) {
    this.templates = templates;
  }

  @ResponseFilter
  HttpResponse<?> turn(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean notYours = NOT_YOURS.contains(response.code());
    boolean closed = notYours || NOTHING.contains(response.code());
    if (!closed || !isPage(request)) {
      return response;
    }
    MutableHttpResponse<String> page =
        templates.page("closed-door.jte", Map.of("notYours", notYours));
    return page.status(response.code());
  }

  private static boolean isPage(HttpRequest<?> request) {
    String path = request.getPath();
    return request.getMethod() == HttpMethod.GET
        && !path.startsWith("/api/")
        && !path.startsWith("/live/")
        && request.accept().stream()
            .findFirst()
            .filter(MediaType.TEXT_HTML_TYPE::equals)
            .isPresent();
  }
}
