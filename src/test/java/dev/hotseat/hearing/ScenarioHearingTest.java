package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Blueprint;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// What is heard in each scenario, against a table of sentences: what earns something, and what
/// must not although it sounds like it.
///
/// Adding a sentence is adding a line to `src/test/resources/hearing`.
@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioHearingTest {
  @Inject Collection<Blueprint> blueprints;
  private List<ScenarioEar> ears = List.of();

  @BeforeAll
  void listen() {
    ears = ScenarioEar.all(blueprints);
  }

  @AfterAll
  void close() {
    ears.forEach(ScenarioEar::close);
  }

  @TestFactory
  Stream<DynamicContainer> everySentenceIsHeardAsTheTableSays() {
    return ears.stream()
        .map(ear ->
            DynamicContainer.dynamicContainer(
                ear.scenario().name(),
                ear.table().stream()
                    .map(each -> DynamicTest.dynamicTest(each.text(), () -> each.check(ear)))));
  }

  @Test
  void everyConceptAndFactOfATableExists() {
    assertThat(ears)
        .isNotEmpty()
        .allSatisfy(ear ->
            assertThat(ear.table())
                .as(ear.scenario().name())
                .hasSizeGreaterThan(20)
                .allMatch(each -> each.speaksOfWhatIsThere(ear.scenario())));
  }
}
