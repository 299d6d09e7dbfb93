package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Rehearsal;
import dev.hotseat.scenario.Rehearsal.Step;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.SeededFault;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Twelve causes of one incident, and who is taken to have named which.
@MicronautTest(startApplication = false)
class CausesHeardTest {
  @Inject Collection<Blueprint> blueprints;

  private ScenarioEar listening() {
    return ScenarioEar.of(blueprints, "p99-incident");
  }

  /// Otherwise a good answer about one cause would count as a guess at several.
  @Test
  void whoNamesOneCauseNamesNoMoreThanANeighbour() {
    try (ScenarioEar ear = listening()) {
      Set<String> causes =
          ear.scenario().faults().seeded().getOrDefault("cause", List.of()).stream()
              .map(SeededFault::named)
              .collect(Collectors.toSet());

      assertThat(causes).hasSize(12);
      assertThat(ear.table().stream().filter(each -> each.kind() == Claim.Kind.CREDITED))
          .isNotEmpty()
          .allSatisfy(each -> {
            Set<String> named = new HashSet<>(ear.credited(each.said()));
            named.retainAll(causes);
            named.remove(each.subject());
            assertThat(named).as(each.text()).hasSizeLessThanOrEqualTo(1);
          });
    }
  }

  @Test
  void theStrongCandidateNamesEachCauseByItsOwnConcept() {
    try (ScenarioEar ear = listening()) {
      Scenario scenario = ear.scenario();
      assertThat(scenario.rehearsals().stream().filter(each -> each.name().startsWith("strong-")))
          .isNotEmpty()
          .allSatisfy(each -> {
            SeededFault cause = scenario.faults().picked("cause", each.seed()).orElseThrow();
            SeededFault herring = scenario.faults().picked("herring", each.seed()).orElseThrow();
            assertThat(ear.credited(said(each, "root-cause"))).contains(cause.named());
            assertThat(ear.credited(said(each, "not-it"))).contains(herring.named());
          });
    }
  }

  private static String said(Rehearsal rehearsal, String question) {
    return rehearsal.answers().getOrDefault(question, List.of()).stream()
        .filter(Step.Say.class::isInstance)
        .map(each -> ((Step.Say) each).text())
        .collect(Collectors.joining(" "));
  }
}
