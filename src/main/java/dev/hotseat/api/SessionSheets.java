package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.api.text.Strokes;
import dev.hotseat.live.Design;
import dev.hotseat.session.FaultView;
import dev.hotseat.session.RunView;
import dev.hotseat.session.SessionView.ObjectiveView;
import dev.hotseat.session.SessionView.PhaseView;
import dev.hotseat.session.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A session on a terminal.
final class SessionSheets {
  private static final int BAR = 30;

  private SessionSheets() {}

  static Sheet list(List<Summary> sessions, String address) {
    Sheet sheet = new Sheet().head("sessions", sessions.size() + " in all");
    Grid grid = new Grid("id", "scenario", "mode", "candidate", "state", "phase", ">time");
    for (Summary each : sessions) {
      grid.row(
          each.id(),
          each.scenario(),
          each.mode(),
          each.candidate(),
          each.state(),
          each.phase(),
          Figures.clock(each.elapsedSeconds()));
    }
    if (!grid.isEmpty()) {
      sheet.grid(grid);
    }
    return sheet.next(List.of("curl -s '" + address + "?format=text' -d url-shortener"));
  }

  static Sheet opened(SessionJson session, String address) {
    SessionJson.Tokens tokens = java.util.Objects.requireNonNull(session.tokens());
    Sheet sheet =
        new Sheet()
            .head(session.title(), session.mode() + " · seed " + session.seed())
            .paragraph("The session is open. Its tokens are shown this once:");
    sheet.grid(
        new Grid("role", "token")
            .row("candidate", tokens.candidate())
            .row("interviewer", tokens.interviewer())
            .row("observer", tokens.observer()));
    sheet.title("live system");
    sheet.paragraph("  " + session.liveUrl());
    return sheet.next(
        List.of(
            "export T='Authorization: Bearer " + tokens.candidate() + "'",
            "export H='" + address + "'",
            "export L='" + session.liveUrl() + "'",
            "curl -s -H \"$T\" \"$H?format=text\"",
            "curl -s -H \"$T\" \"$H/transcript?format=text\""));
  }

  static Sheet show(SessionJson session, Design design, Commands commands) {
    Sheet sheet =
        new Sheet()
            .head("hotseat · " + session.scenario() + " · " + session.mode(), standing(session));
    question(sheet, session);
    objectives(sheet, session.objectives(), session.state().equals("ended"));
    MetricSheets.current(sheet, design, session.readings());
    run(sheet, session.run());
    faults(sheet, session.faults());
    return sheet.next(commands.block(next(session, design, commands)));
  }

  private static String standing(SessionJson session) {
    String left =
        session.state().equals("ended")
            ? "ended: " + session.endedWhy()
            : Figures.clock(session.clock().remainingSeconds()) + " left";
    String paused = session.state().equals("paused") ? " · paused" : "";
    return left + paused + phase(session);
  }

  private static String phase(SessionJson session) {
    for (int index = 0; index < session.phases().size(); index++) {
      PhaseView phase = session.phases().get(index);
      if (phase.id().equals(session.phase())) {
        return " · phase " + (index + 1) + "/" + session.phases().size() + " " + phase.title();
      }
    }
    return "";
  }

  private static void question(Sheet sheet, SessionJson session) {
    boolean ended = session.state().equals("ended");
    if (ended || session.question() == null) {
      sheet.paragraph(ended ? "The interview is over." : "No question is open.");
      return;
    }
    ConversationSheets.question(sheet, session.question());
  }

  private static void objectives(Sheet sheet, List<ObjectiveView> objectives, boolean ended) {
    if (objectives.isEmpty()) {
      return;
    }
    Grid grid = new Grid("", "objective", ">target", ">measured");
    for (ObjectiveView each : objectives) {
      Double measured = each.measured();
      grid.row(
          measured == null ? "–" : each.met() ? "✓" : ended ? "✗" : "○",
          each.text(),
          each.target() + (each.unit().isEmpty() ? "" : " " + each.unit()),
          Figures.of(
              measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured),
              each.unit()));
    }
    sheet.title("objectives").grid(grid);
  }

  private static void run(Sheet sheet, @org.jspecify.annotations.Nullable RunView run) {
    if (run == null) {
      return;
    }
    sheet
        .title("load run " + run.run() + " · " + run.plan())
        .paragraph(
            "  "
                + Strokes.bar(run.progress(), BAR)
                + "  "
                + Figures.share(run.progress())
                + ", "
                + Figures.clock(run.remainingSeconds())
                + " left, "
                + Figures.perSecond(run.ratePerSecond()));
  }

  private static void faults(Sheet sheet, List<FaultView> faults) {
    if (!faults.isEmpty()) {
      sheet
          .title("faults in force")
          .points(faults.stream().map(each -> each.name() + " at " + each.where()).toList());
    }
  }

  private static List<String> next(SessionJson session, Design design, Commands commands) {
    List<String> lines = new ArrayList<>();
    if (session.state().equals("ended")) {
      lines.add(commands.get("report"));
      return lines;
    }
    if (session.state().equals("paused")) {
      lines.add(commands.with("POST", "resume", ""));
      return lines;
    }
    boolean levers = !design.levers().isEmpty();
    if (session.question() != null) {
      lines.add(ConversationSheets.answerLine(session.question(), levers, commands));
    }
    lines.add(commands.get(levers ? "levers" : "actions"));
    if (!design.sheets().isEmpty()) {
      lines.add(commands.get("sheets"));
    }
    lines.add(commands.get("metrics"));
    lines.add(commands.get(session.run() == null ? "runs" : "load"));
    return lines;
  }
}
