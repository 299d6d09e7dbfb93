package dev.hotseat.session;

/// What a token lets its bearer do.
///
/// @param sessionId the one session it is for
public record Grant(String sessionId, Role role) {}
