package dev.hotseat.session;

/// A session just opened, with the tokens that are shown this once: only their hashes are kept.
public record Opening(Session session, Tokens tokens) {
  /// One token per role.
  public record Tokens(String candidate, String interviewer, String observer) {}
}
