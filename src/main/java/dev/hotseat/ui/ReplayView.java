package dev.hotseat.ui;

import dev.hotseat.session.LeverView;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.Turn;
import java.util.List;

/// A session to be seen again.
public record ReplayView(
    SessionView session, Topology topology, List<Turn> turns, List<LeverView> levers) {
  static ReplayView of(Session session) {
    return new ReplayView(
        session.view(), Topology.of(session.design()), session.transcript(0), session.levers());
  }
}
