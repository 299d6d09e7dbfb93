package dev.hotseat.hearing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hotseat.event.Mention;
import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A shipped scenario, who listens in it, and the table of what must be heard there.
record ScenarioEar(Scenario scenario, Ear ear) implements AutoCloseable {
  /// One for each scenario that ships.
  static List<ScenarioEar> all(Collection<Blueprint> blueprints) {
    return scenarios(blueprints).map(ScenarioEar::of).toList();
  }

  /// The one of a scenario.
  static ScenarioEar of(Collection<Blueprint> blueprints, String scenario) {
    return scenarios(blueprints)
        .filter(each -> each.name().equals(scenario))
        .findFirst()
        .map(ScenarioEar::of)
        .orElseThrow();
  }

  private static Stream<Scenario> scenarios(Collection<Blueprint> blueprints) {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    return new Scenarios(Path.of("scenarios"), designs)
        .all().stream().map(each -> ((Scenarios.Found.Sound) each).scenario());
  }

  private static ScenarioEar of(Scenario scenario) {
    return new ScenarioEar(scenario, Ear.of(scenario.concepts(), scenario.clarifications()));
  }

  Heard hear(String answer) {
    return ear.hear(answer, "");
  }

  /// The concepts for which an answer speaks.
  Set<String> credited(String answer) {
    return concepts(hear(answer).credited());
  }

  static Set<String> concepts(List<Mention> mentions) {
    return mentions.stream().map(Mention::concept).collect(Collectors.toSet());
  }

  /// The lines of `src/test/resources/hearing` for this scenario.
  List<Claim> table() {
    String file = "/hearing/" + scenario.name() + ".txt";
    try (InputStream table = ScenarioEar.class.getResourceAsStream(file)) {
      if (table == null) {
        throw new AssertionError("no table of what is to be heard: " + file);
      }
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(each -> !each.isBlank() && !each.startsWith("#"))
          .map(Claim::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    ear.close();
  }
}
