package dev.hotseat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the folder of the incident tells its authors: for each cause the path to it, what excludes
/// its neighbours, what mends it and what does not. `CauseTest` walks the paths.
@MicronautTest(startApplication = false)
class IncidentEvidenceTest {
  private static final Path FOLDER = Path.of("scenarios/p99-incident");

  @Inject Collection<Blueprint> blueprints;

  @Test
  void everyCauseHasItsPathAndItsWrongTurns() throws IOException {
    assertThat(seeded("cause"))
        .hasSize(12)
        .allSatisfy(each ->
            assertThat(section(each.fault()))
                .as(each.fault())
                .contains("- **Path** ", "- **Excludes** ", "- **Right** ", "- **Wrong** "));
  }

  @Test
  void everyPathLeadsAlongAnInstrumentThatShowsTheCause() throws IOException {
    for (SeededFault each : seeded("cause")) {
      String path = item(section(each.fault()), "Path");

      assertThat(each.shown().stream().map(IncidentEvidenceTest::word))
          .as(each.fault())
          .anyMatch(path::contains);
    }
  }

  /// Traces are read one by one, and of SQL the statement stands there.
  private static String word(String instrument) {
    return switch (instrument) {
      case "traces" -> "race";
      case "sql" -> "EXPLAIN";
      default -> instrument.replace("sheet ", "");
    };
  }

  @Test
  void everyCauseIsMendedByAnActionThatThereIs() throws IOException {
    List<String> actions =
        design().actions().stream().map(Design.Action::name).collect(Collectors.toList());

    for (SeededFault each : seeded("cause")) {
      String right = item(section(each.fault()), "Right");

      assertThat(actions).as(right).anyMatch(right::contains);
    }
  }

  @Test
  void everyFalseLeadIsCleared() throws IOException {
    String text = text();

    assertThat(seeded("herring"))
        .hasSize(4)
        .allSatisfy(each -> assertThat(text).contains("- **" + each.fault() + "** "));
  }

  private static String section(String fault) throws IOException {
    return Arrays.stream(text().split("(?m)^## "))
        .filter(each -> each.startsWith(fault + "\n"))
        .findFirst()
        .orElse("");
  }

  private static String item(String section, String title) {
    return Stream.of(section.split("(?m)^- "))
        .filter(each -> each.startsWith("**" + title + "**"))
        .findFirst()
        .orElse("");
  }

  private static String text() throws IOException {
    return Files.readString(FOLDER.resolve("EVIDENCE.md"));
  }

  private Design design() {
    return blueprints.stream()
        .map(Blueprint::design)
        .filter(each -> each.name().equals("orders"))
        .findFirst()
        .orElseThrow();
  }

  private List<SeededFault> seeded(String group) {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    Scenario scenario =
        new Scenarios(Path.of("scenarios"), designs)
            .all().stream()
                .filter(each -> each.name().equals("p99-incident"))
                .map(each -> ((Scenarios.Found.Sound) each).scenario())
                .findFirst()
                .orElseThrow();
    return scenario.faults().seeded().getOrDefault(group, List.of());
  }
}
