package dev.hotseat.ui;

import dev.hotseat.session.Caller;
import dev.hotseat.session.LeverView;
import dev.hotseat.session.Role;
import dev.hotseat.session.Session;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.SessionView.PhaseView;
import dev.hotseat.session.Turn;
import java.util.List;

/// What the screen of a session shows before any script has run, and to those without one.
///
/// @param role of the reader, as the API names it
/// @param answers whether the reader may speak
/// @param acts whether the reader may change and load the system
/// @param turns the conversation so far
public record ConsoleView(
    SessionView session,
    String role,
    boolean answers,
    boolean acts,
    Topology topology,
    List<Turn> turns,
    List<LeverView> levers) {

  static ConsoleView of(Session session, Caller caller) {
    SessionView view = session.view();
    Role role = caller.actingIn(view.mode());
    boolean going = !view.state().equals("ended");
    boolean seated = role == Role.CANDIDATE || role == Role.HOST;
    return new ConsoleView(
        view,
        role.word(),
        going && seated,
        going && seated,
        Topology.of(session.design()),
        session.transcript(0),
        session.levers());
  }

  /// The phase's number, from 1; 0 before the first.
  public int phaseNumber() {
    List<PhaseView> phases = session.phases();
    for (int index = 0; index < phases.size(); index++) {
      if (phases.get(index).state().equals("now")) {
        return index + 1;
      }
    }
    return session.state().equals("ended") ? phases.size() : 0;
  }

  /// The phase's title; empty between phases.
  public String phaseTitle() {
    return session.phases().stream()
        .filter(phase -> phase.state().equals("now"))
        .map(PhaseView::title)
        .findFirst()
        .orElse("");
  }

  public boolean ended() {
    return session.state().equals("ended");
  }

  /// How much longer than usual the session may take: `+25 % time`; empty for the usual time.
  public String extraTime() {
    double more = session.clock().timeMultiplier() - 1;
    return more == 0 ? "" : Shown.points(Math.round(more * 100)) + " % time";
  }
}
