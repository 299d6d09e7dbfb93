package dev.hotseat.api.access;

import dev.hotseat.api.problem.ProblemKind;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// Keeps pages of other sites out, and tells browsers to be strict with ours.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class FrontDoor implements Ordered {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);
  private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final Premises premises;

  FrontDoor(Premises premises) {
    this.premises = premises;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @RequestFilter
  void enter(HttpRequest<?> request) {
    if (!premises.answersTo(request)) {
      throw ProblemKind.WRONG_HOST.because("The Host header does not name this server.");
    }
    if (!SAFE.contains(request.getMethod()) && fromAnotherSite(request)) {
      throw ProblemKind.CROSS_SITE.because("The browser says that another site sent this.");
    }
    if (SAFE.contains(request.getMethod()) && premises.loopback() && readElsewhere(request)) {
      throw ProblemKind.CROSS_SITE.because("A page of another site wants to read this machine.");
    }
  }

  @ResponseFilter
  void leave(MutableHttpResponse<?> response) {
    HEADERS.forEach((name, value) -> {
      if (!response.getHeaders().contains(name)) {
        response.header(name, value);
      }
    });
  }

  /// Browsers send Sec-Fetch-Site; those too old for it send Origin; a terminal sends neither.
  private static boolean fromAnotherSite(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return !OWN_PAGES.contains(site);
    }
    String origin = request.getHeaders().get("Origin");
    return origin != null && !isOwn(origin, request);
  }

  /// A browser names the origin of a page that reads, rather than follows a link. The framework
  /// would turn it away as well, without a word.
  private static boolean readElsewhere(HttpRequest<?> request) {
    String origin = request.getHeaders().get("Origin");
    return origin != null && request.getMethod() != HttpMethod.OPTIONS && !isOwn(origin, request);
  }

  private static boolean isOwn(String origin, HttpRequest<?> request) {
    try {
      return URI.create(origin).getRawAuthority() != null
          && URI.create(origin)
              .getRawAuthority()
              .equalsIgnoreCase(request.getHeaders().get("Host"));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
