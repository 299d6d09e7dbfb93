package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.text.Format;
import dev.hotseat.live.Design;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.scenario.Problem;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The catalogue, and what authors ask of it.
@Controller("/api/scenarios")
@Produces({Media.JSON, Media.TEXT})
@Consumes({Media.JSON, Media.TEXT, Media.FORM})
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScenariosController {
  private static final int NAME_MAX = 100;
  private static final int TEXT_MAX = 8_000;

  private final Scenarios scenarios;
  private final LiveSystems systems;
  private final Hearings hearings;
  private final Links links;

  ScenariosController(Scenarios scenarios, LiveSystems systems, Hearings hearings, Links links) {
    this.scenarios = scenarios;
    this.systems = systems;
    this.hearings = hearings;
    this.links = links;
  }

  /// What a linter says of a folder.
  ///
  /// @param playable whether sessions can be opened: no problem is an error
  @Serdeable
  record Lint(String name, boolean playable, List<Problem> problems) {}

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    List<ScenarioJson.Line> lines = scenarios.all().stream().map(ScenarioJson.Line::of).toList();
    return Format.answer(
        request,
        new ScenarioJson.Catalogue(lines),
        () -> ScenarioSheets.list(lines, links.origin(request)));
  }

  @Get("/{name}")
  HttpResponse<?> show(String name, HttpRequest<?> request) {
    Scenario scenario = sound(name);
    Design design =
        systems
            .design(scenario.system())
            .orElseThrow(() -> ProblemKind.SCENARIO_BROKEN.because("It names no live system."));
    ScenarioJson json = ScenarioJson.of(scenario, design);
    return Format.answer(request, json, () -> ScenarioSheets.show(json, links.origin(request)));
  }

  @Post("/{name}/lint")
  HttpResponse<?> lint(String name, HttpRequest<?> request) {
    Found found = found(name);
    Lint lint = new Lint(found.name(), found instanceof Found.Sound, found.problems());
    return Format.answer(request, lint, () -> ScenarioSheets.lint(lint));
  }

  @Post("/{name}/hear")
  HttpResponse<?> hear(String name, HttpRequest<byte[]> request) {
    Scenario scenario = sound(name);
    Fields fields = Sent.in(request).fields();
    String question = fields.text("question", NAME_MAX);
    String text = fields.text("text", TEXT_MAX);
    fields.done();
    if (!scenario.script().questions().containsKey(question)) {
      throw ProblemKind.field(
          "question",
          "one of " + String.join(", ", scenario.script().questions().keySet()),
          "\"" + question + "\"");
    }
    HeardJson heard = hearings.hear(scenario, question, text);
    return Format.answer(request, heard, () -> ScenarioSheets.heard(heard));
  }

  private Scenario sound(String name) {
    return switch (found(name)) {
      case Found.Sound(Scenario scenario, _) -> scenario;
      case Found.Broken(_, List<Problem> problems) ->
          throw ProblemKind.SCENARIO_BROKEN.because(
              "Its folder has " + problems.stream().filter(Problem::isError).count() + " errors.");
    };
  }

  private Found found(String name) {
    return scenarios
        .find(name)
        .orElseThrow(
            () -> ProblemKind.NO_SUCH_SCENARIO.because("There is no scenario of that name."));
  }
}
