package dev.hotseat.api;

import dev.hotseat.session.Caller;
import dev.hotseat.session.FaultView;
import dev.hotseat.session.Role;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionView;
import java.util.List;

/// A session as one caller sits in it.
///
/// @param session the session
/// @param caller who asks
/// @param role in which the caller acts in it
record Seat(Session session, Caller caller, Role role) {
  private static final String ENDED = "ended";

  /// Whether the session's secrets (script, hidden faults, signals) may be shown: to who leads, and
  /// to everybody once it is over. Where a practice session conceals what is broken, nobody leads.
  boolean seesAll(SessionView view) {
    return view.state().equals(ENDED) || (caller.role().leads() && !session.conceals());
  }

  /// The faults in force that the caller may know of. Finding what the script or the interviewer
  /// broke is the candidate's task.
  List<FaultView> knownFaults(SessionView view) {
    return view.faults().stream().filter(fault -> seesAll(view) || known(fault)).toList();
  }

  /// Whether a candidate may know that a fault is in force.
  static boolean known(FaultView fault) {
    return fault.active() && fault.by().equals(Role.CANDIDATE.word());
  }
}
