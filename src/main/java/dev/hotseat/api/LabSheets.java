package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.session.FaultView;
import dev.hotseat.session.LeverView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Levers, faults and actions on a terminal.
final class LabSheets {
  private LabSheets() {}

  static Sheet levers(List<LeverView> levers, Commands commands) {
    Grid grid = new Grid("", "lever", "value", "allowed", "meaning");
    for (LeverView each : levers) {
      grid.row(
          each.value().equals(each.initial()) ? "" : "◆",
          each.name(),
          each.value(),
          String.join(" ", each.allowed()),
          each.meaning());
    }
    long changed = levers.stream().filter(each -> !each.value().equals(each.initial())).count();
    return new Sheet()
        .head("levers", changed == 0 ? "as at the start" : changed + " changed (◆)")
        .grid(grid)
        .next(commands.block(commands.with("PATCH", "levers", example(levers) + " because …")));
  }

  /// A change that would be accepted: the first lever with a choice, set to something else.
  private static String example(List<LeverView> levers) {
    for (LeverView lever : levers) {
      for (String other : lever.type().equals("number") ? List.<String>of() : lever.allowed()) {
        if (!other.equals(lever.value())) {
          return lever.name() + "=" + other;
        }
      }
    }
    return "lever=value";
  }

  static Sheet faults(List<FaultView> faults, Commands commands) {
    Grid grid = new Grid("", "fault", ">intensity", "where", "meaning");
    for (FaultView each : faults) {
      grid.row(
          each.active() ? "▲" : "",
          each.name(),
          Figures.of(each.intensity(), each.unit()),
          each.where(),
          each.meaning());
    }
    long active = faults.stream().filter(FaultView::active).count();
    Sheet sheet =
        new Sheet().head("faults", active == 0 ? "none in force" : active + " in force (▲)");
    if (faults.isEmpty()) {
      return sheet.paragraph("There is none that you may start or know of.");
    }
    String first = faults.getFirst().name();
    return sheet
        .grid(grid)
        .next(
            commands.block(
                commands.send("faults", first), commands.with("DELETE", "faults/" + first, "")));
  }

  static Sheet actions(List<ActionsController.ActionJson> actions, Commands commands) {
    Grid grid = new Grid("action", ">takes", "told", "meaning");
    for (ActionsController.ActionJson each : actions) {
      grid.row(
          each.name(),
          each.takesSeconds() == 0 ? "" : Figures.millis(each.takesSeconds() * 1000),
          told(each),
          each.meaning() + (each.irreversible().isEmpty() ? "" : " ▲ " + each.irreversible()));
    }
    Sheet sheet = new Sheet().head("actions", actions.size() + " in all");
    if (actions.isEmpty()) {
      return sheet.paragraph("This system has none.");
    }
    ActionsController.ActionJson harmless =
        actions.stream()
            .filter(each -> each.irreversible().isEmpty())
            .findFirst()
            .orElseGet(actions::getFirst);
    return sheet
        .grid(grid.dense())
        .next(commands.block(commands.send("actions", example(harmless))));
  }

  private static String told(ActionsController.ActionJson action) {
    Stream<String> parameters = action.parameters().stream().map(ParameterJson::written);
    Stream<String> confirm =
        action.irreversible().isEmpty() ? Stream.empty() : Stream.of("confirm=yes");
    return Stream.concat(parameters, confirm).collect(Collectors.joining(" "));
  }

  private static String example(ActionsController.ActionJson action) {
    return Stream.concat(
            Stream.of(action.name()),
            action.parameters().stream()
                .filter(ParameterJson::required)
                .map(each ->
                    each.name()
                        + "="
                        + (each.type().equals("text") ? "…" : each.allowed().getFirst())))
        .collect(Collectors.joining(" "));
  }
}
