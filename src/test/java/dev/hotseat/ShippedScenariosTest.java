package dev.hotseat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Problem;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;

/// Every folder under `scenarios/` can be played, without a warning.
@MicronautTest(startApplication = false)
class ShippedScenariosTest {
  @Inject Collection<Blueprint> blueprints;

  @Test
  void haveNothingThatLintWouldName() {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    var scenarios = new Scenarios(Path.of("scenarios"), designs);

    assertThat(scenarios.all()).isNotEmpty();
    assertThat(scenarios.all())
        .allSatisfy(found ->
            assertThat(found.problems().stream().map(Problem::text)).as(found.name()).isEmpty());
  }
}
