package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.event.Mention;
import dev.hotseat.scenario.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Scenarios on a terminal.
final class ScenarioSheets {
  private ScenarioSheets() {}

  static Sheet list(List<ScenarioJson.Line> scenarios, String origin) {
    Sheet sheet = new Sheet().head("scenarios", scenarios.size() + " in all");
    if (scenarios.isEmpty()) {
      return sheet.paragraph("The scenario folder is empty.");
    }
    Grid grid = new Grid("name", "title", ">minutes", "");
    for (ScenarioJson.Line each : scenarios) {
      grid.row(
          each.name(),
          each.title(),
          each.playable() ? Integer.toString(each.minutes()) : "",
          each.playable() ? "" : "has errors, not playable");
    }
    sheet.grid(grid);
    Optional<String> playable =
        scenarios.stream()
            .filter(ScenarioJson.Line::playable)
            .map(ScenarioJson.Line::name)
            .findFirst();
    if (playable.isEmpty()) {
      String broken = scenarios.getFirst().name();
      return sheet.next(
          List.of(
              "curl -s -X POST '" + origin + "/api/scenarios/" + broken + "/lint?format=text'"));
    }
    String first = playable.get();
    return sheet.next(
        List.of(
            "curl -s '" + origin + "/api/scenarios/" + first + "?format=text'",
            "curl -s '" + origin + "/api/sessions?format=text' -d " + first));
  }

  static Sheet show(ScenarioJson scenario, String origin) {
    Sheet sheet =
        new Sheet()
            .head(scenario.title(), scenario.name() + " · " + scenario.minutes() + " min")
            .prose(scenario.brief());
    Grid objectives = new Grid("objective", ">target");
    scenario
        .objectives()
        .forEach(each -> objectives.row(each.text(), (each.target() + " " + each.unit()).strip()));
    section(sheet, "objectives", objectives);
    Grid operations = new Grid("live system", "", "");
    scenario
        .operations()
        .forEach(each ->
            operations.row(each.method() + " " + each.path(), each.meaning(), each.sampleBody()));
    section(sheet, "", operations);
    Grid levers = new Grid("lever", "start", "allowed", "meaning");
    scenario
        .levers()
        .forEach(each ->
            levers.row(
                each.name(), each.initial(), String.join(" ", each.allowed()), each.meaning()));
    section(sheet, "levers: the design, switched live", levers);
    Grid profiles = new Grid("profile", ">takes", "", "watch");
    scenario
        .profiles()
        .forEach(each ->
            profiles.row(each.name(), Figures.clock(each.seconds()), each.title(), each.note()));
    section(sheet, "load profiles", profiles);
    rubric(sheet, scenario);
    fidelity(sheet, scenario.fidelity());
    return sheet.next(
        List.of("curl -s '" + origin + "/api/sessions?format=text' -d " + scenario.name()));
  }

  static Sheet lint(ScenariosController.Lint lint) {
    Sheet sheet =
        new Sheet()
            .head(
                "lint " + lint.name(),
                lint.problems().size()
                    + " problems, "
                    + (lint.playable() ? "playable" : "not playable"));
    lint.problems().stream().map(Problem::text).forEach(sheet::paragraph);
    return sheet;
  }

  static Sheet heard(HeardJson heard) {
    Sheet sheet =
        new Sheet().head("heard", "echo of the question " + Figures.share(heard.echoShare()));
    Grid mentions = new Grid("concept", "stance", "reason", "listed", "words");
    for (Mention each : heard.mentions()) {
      mentions.row(
          each.concept(),
          each.stance().name().toLowerCase(Locale.ROOT),
          each.reasoned() ? "given" : "",
          each.listed() ? "yes" : "",
          each.words());
    }
    section(sheet, "concepts", mentions);
    Grid disregarded = new Grid("does not count", "because", "words");
    heard.disregarded().forEach(each -> disregarded.row(each.concept(), each.rule(), each.words()));
    section(sheet, "", disregarded);
    Grid scored = new Grid("would be scored", "signal", "dimension", ">points", "shows");
    heard
        .scored()
        .forEach(each ->
            scored.row(
                each.concept(),
                each.signal(),
                each.dimension(),
                Figures.count(each.points()),
                each.text()));
    section(sheet, "", scored);
    return heard.mentions().isEmpty()
        ? sheet.paragraph("Nothing of the scenario's concepts.")
        : sheet;
  }

  private static void rubric(Sheet sheet, ScenarioJson scenario) {
    sheet.title("how it is scored (1 to 5; what is not shown is not assessed)");
    for (ScenarioJson.DimensionJson each : scenario.dimensions()) {
      sheet.paragraph("  " + each.title());
      each.anchors().forEach((level, text) -> sheet.said("    " + level, 6, text));
    }
  }

  private static void fidelity(Sheet sheet, ScenarioJson.FidelityJson fidelity) {
    sheet
        .title("what is real")
        .said("  measured", 15, String.join(", ", fidelity.measured()))
        .said("  real engine", 15, String.join(", ", fidelity.realEngine()))
        .said("  modelled", 15, String.join(", ", fidelity.modelled()));
  }

  private static void section(Sheet sheet, String title, Grid grid) {
    if (grid.isEmpty()) {
      return;
    }
    if (title.isEmpty()) {
      sheet.blank();
    } else {
      sheet.title(title);
    }
    sheet.grid(grid);
  }
}
