package dev.hotseat.api.access;

import dev.hotseat.session.Caller;
import dev.hotseat.session.Grant;
import dev.hotseat.session.Sessions;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Finds out who sends a request: by bearer token, by the cookie of a join link, or, on a server
/// that only this machine reaches, by asking for no token at all.
///
/// A token that is sent and not known makes nobody of the caller, on loopback too: a mistyped token
/// must not act as the host.
@Singleton
final class Credentials implements AuthenticationFetcher<HttpRequest<?>> {
  static final String COOKIE = "hotseat";
  private static final String BEARER = "Bearer ";
  private static final int TOKEN_CHARS_MAX = 200;

  private final BeanProvider<Sessions> sessions;
  private final HostKey hostKey;
  private final Premises premises;

  Credentials(BeanProvider<Sessions> sessions, HostKey hostKey, Premises premises) {
    this.sessions = sessions;
    this.hostKey = hostKey;
    this.premises = premises;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    return Mono.justOrEmpty(caller(request).map(Callers::authentication));
  }

  /// Who a token belongs to.
  Optional<Caller> holder(String token) {
    if (token.isEmpty() || token.length() > TOKEN_CHARS_MAX) {
      return Optional.empty();
    }
    return hostKey.matches(token)
        ? Optional.of(Caller.HOST)
        : sessions.get().grant(token).map(Credentials::caller);
  }

  private Optional<Caller> caller(HttpRequest<?> request) {
    Optional<String> token = token(request);
    if (token.isPresent()) {
      return holder(token.get());
    }
    return premises.trusts(request) ? Optional.of(Caller.TOKENLESS) : Optional.empty();
  }

  private static Caller caller(Grant grant) {
    return new Caller(grant.role(), grant.sessionId(), false);
  }

  private static Optional<String> token(HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    if (header != null) {
      return Optional.of(
          header.regionMatches(true, 0, BEARER, 0, BEARER.length())
              ? header.substring(BEARER.length()).strip()
              : "");
    }
    return request.getCookies().findCookie(COOKIE).map(Cookie::getValue);
  }
}
