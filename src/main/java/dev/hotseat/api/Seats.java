package dev.hotseat.api;

import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.session.Caller;
import dev.hotseat.session.Session;
import dev.hotseat.session.Sessions;
import jakarta.inject.Singleton;

/// Finds the session of a request. That the caller may enter it was checked before.
@Singleton
final class Seats {
  private final Sessions sessions;

  Seats(Sessions sessions) {
    this.sessions = sessions;
  }

  Seat at(String id, Caller caller) {
    Session session =
        sessions
            .find(id)
            .orElseThrow(() -> ProblemKind.NO_SUCH_SESSION.because("There is no such session."));
    return new Seat(session, caller, caller.actingIn(session.view().mode()));
  }
}
