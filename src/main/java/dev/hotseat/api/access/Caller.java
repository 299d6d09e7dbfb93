package dev.hotseat.api.access;

import dev.hotseat.session.Role;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who sends a request.
///
/// @param role what the caller is
/// @param sessionId the one session the caller belongs to; empty for the host, who may enter all
/// @param tokenless whether the caller is the host only because nobody else can reach the server
public record Caller(Role role, String sessionId, boolean tokenless) {
  static final Caller HOST = new Caller(Role.HOST, "", false);
  static final Caller TOKENLESS = new Caller(Role.HOST, "", true);
  private static final String SESSION = "session";
  private static final String WITHOUT_TOKEN = "tokenless";
  private static final String PRACTICE = "practice";

  /// Whether the caller may enter a session at all.
  public boolean mayEnter(String session) {
    return role == Role.HOST || sessionId.equals(session);
  }

  /// The role in which the caller acts inside a session. Whoever practises alone on their own
  /// machine needs no token, and is the candidate there.
  public Role actingIn(String mode) {
    return tokenless && mode.equals(PRACTICE) ? Role.CANDIDATE : role;
  }

  static Optional<Caller> of(Authentication authentication) {
    return authentication.getRoles().stream()
        .findFirst()
        .map(role ->
            new Caller(
                Role.valueOf(role),
                String.valueOf(authentication.getAttributes().getOrDefault(SESSION, "")),
                authentication.getAttributes().containsKey(WITHOUT_TOKEN)));
  }

  Authentication authentication() {
    Map<String, Object> attributes =
        tokenless ? Map.of(SESSION, sessionId, WITHOUT_TOKEN, true) : Map.of(SESSION, sessionId);
    return Authentication.build(role.word(), List.of(role.name()), attributes);
  }
}
