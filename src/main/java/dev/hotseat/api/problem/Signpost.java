package dev.hotseat.api.problem;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells who took a wrong turn where the last path on the way is.
@Singleton
final class Signpost {
  /// No path of ours is deeper; a longer one is somebody who tries things out.
  private static final int SEGMENTS_MAX = 10;

  private static final Set<HttpMethod> OFFERED =
      EnumSet.of(
          HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

  private final Router router;

  Signpost(Router router) {
    this.router = router;
  }

  /// The longest beginning of `path` that is a path itself, with the methods it has, as a sentence;
  /// empty if there is none.
  Optional<String> before(String path) {
    if (path.chars().filter(each -> each == '/').count() > SEGMENTS_MAX) {
      return Optional.empty();
    }
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      String shorter = path.substring(0, end);
      String methods = methods(shorter);
      if (!methods.isEmpty()) {
        return Optional.of(FieldError.shown(shorter) + " is there: " + methods + ".");
      }
    }
    return Optional.empty();
  }

  private String methods(String path) {
    return router
        .uriRoutes()
        .filter(route -> OFFERED.contains(route.getHttpMethod()))
        .filter(route -> route.match(path).isPresent())
        .map(UriRouteInfo::getHttpMethodName)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
