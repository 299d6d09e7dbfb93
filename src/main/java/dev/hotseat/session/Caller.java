package dev.hotseat.session;

/// Who sends a request.
///
/// @param role what the caller is
/// @param sessionId the one session the caller belongs to; empty for the host, who may enter all
/// @param tokenless whether the caller is the host only because nobody else can reach the server
public record Caller(Role role, String sessionId, boolean tokenless) {
  /// The host, by key.
  public static final Caller HOST = new Caller(Role.HOST, "", false);

  /// Whoever sits at the machine of a server that nobody else can reach.
  public static final Caller TOKENLESS = new Caller(Role.HOST, "", true);

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
}
