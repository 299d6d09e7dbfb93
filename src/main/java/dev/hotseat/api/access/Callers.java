package dev.hotseat.api.access;

import dev.hotseat.session.Caller;
import dev.hotseat.session.Role;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Callers as the framework passes them along with a request.
final class Callers {
  private static final String SESSION = "session";
  private static final String WITHOUT_TOKEN = "tokenless";

  private Callers() {}

  static Optional<Caller> of(Authentication authentication) {
    return authentication.getRoles().stream()
        .findFirst()
        .map(role ->
            new Caller(
                Role.valueOf(role),
                String.valueOf(authentication.getAttributes().getOrDefault(SESSION, "")),
                authentication.getAttributes().containsKey(WITHOUT_TOKEN)));
  }

  static Authentication authentication(Caller caller) {
    Map<String, Object> attributes =
        caller.tokenless()
            ? Map.of(SESSION, caller.sessionId(), WITHOUT_TOKEN, true)
            : Map.of(SESSION, caller.sessionId());
    return Authentication.build(caller.role().word(), List.of(caller.role().name()), attributes);
  }
}
