package dev.hotseat.api.access;

import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.session.Caller;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Holds every request against [Routes], before anything else may allow it.
///
/// The order of answers matters: who is not known gets 401; who belongs to another session gets
/// 404, whatever the role, so that ids cannot be told apart; only then does a wrong role get 403.
@Singleton
final class RouteRule implements SecurityRule<HttpRequest<?>> {
  private static final List<String> SESSIONS = List.of("/api/sessions/{id}", "/sessions/{id}");

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    Optional<RouteMatch<?>> match =
        request == null ? Optional.empty() : RouteAttributes.getRouteMatch(request);
    if (match.isPresent() && match.get() instanceof UriRouteMatch<?, ?> route) {
      return check(route, Optional.ofNullable(authentication).flatMap(Callers::of));
    }
    return Mono.just(SecurityRuleResult.ALLOWED); // no route: answered with 404 or 405
  }

  private static Publisher<SecurityRuleResult> check(
      UriRouteMatch<?, ?> match, Optional<Caller> caller) {
    String route = name(match);
    if (Routes.open(route)) {
      return Mono.just(SecurityRuleResult.ALLOWED);
    }
    if (caller.isEmpty()) {
      return Mono.just(SecurityRuleResult.REJECTED);
    }
    if (!entered(match).map(caller.get()::mayEnter).orElse(true)) {
      return Mono.error(
          ProblemKind.NO_SUCH_SESSION.because("There is no session of that id for this token."));
    }
    return Mono.just(
        Routes.admits(route, caller.get().role())
            ? SecurityRuleResult.ALLOWED
            : SecurityRuleResult.REJECTED);
  }

  /// The id of the session that the request is about.
  private static Optional<String> entered(UriRouteMatch<?, ?> match) {
    return SESSIONS.stream().anyMatch(template(match)::startsWith)
        ? Optional.ofNullable(match.getVariableValues().get("id")).map(Object::toString)
        : Optional.empty();
  }

  /// The route as [Routes] names it; a HEAD is a GET without its body.
  private static String name(UriRouteMatch<?, ?> match) {
    HttpMethod method = match.getHttpMethod();
    return (method == HttpMethod.HEAD ? HttpMethod.GET : method) + " " + template(match);
  }

  private static String template(UriRouteMatch<?, ?> match) {
    return match.getRouteInfo().getUriMatchTemplate().toPathString();
  }
}
