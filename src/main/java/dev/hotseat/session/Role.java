package dev.hotseat.session;

import java.util.Locale;

/// Who acts on a session.
public enum Role {
  /// Sits in the hot seat.
  CANDIDATE,
  /// Runs the interview.
  INTERVIEWER,
  /// Watches only.
  OBSERVER,
  /// Runs the server: opens sessions, may do all an interviewer may.
  HOST;

  /// As written in the journal and in JSON.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether this role may do what candidates may not: force faults, steer, read the script.
  public boolean leads() {
    return this == INTERVIEWER || this == HOST;
  }
}
