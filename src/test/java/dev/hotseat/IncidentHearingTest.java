package dev.hotseat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention;
import dev.hotseat.hearing.Ear;
import dev.hotseat.hearing.Heard;
import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Rehearsal;
import dev.hotseat.scenario.Rehearsal.Step;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The concepts of the three interviews on the orders service against tables of sentences: what
/// earns something and what must not.
@MicronautTest(startApplication = false)
class IncidentHearingTest {
  private static final String P99_INCIDENT = "p99-incident";
  private static final List<String> SALADS =
      List.of(
          "Index, N+1, GC, lock, pool, retry storm, noisy neighbour, queue, leak, canary, rollback.",
          "Severity, incident commander, runbook, error budget, SLO, blameless review, handover.",
          "Blast radius, backup, invariant, reconciliation, finance, rollback, canary.");

  @Inject Collection<Blueprint> blueprints;

  @ParameterizedTest
  @ValueSource(strings = {P99_INCIDENT, "paged-at-night", "data-integrity"})
  void everySentenceEarnsWhatTheTableSays(String name) {
    SoftAssertions softly = new SoftAssertions();
    try (Ear ear = ear(scenario(name))) {
      for (String line : table(name)) {
        String[] parts = line.split(" : ", 2);
        String expected = parts[0].substring(1);
        Heard heard = ear.hear(parts[1], "");
        switch (line.charAt(0)) {
          case '+' -> softly.assertThat(credited(heard)).as(line).contains(expected);
          case '!' -> softly.assertThat(credited(heard)).as(line).doesNotContain(expected);
          default -> softly.assertThat(heard.clarifications()).as(line).contains(expected);
        }
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {P99_INCIDENT, "paged-at-night", "data-integrity"})
  void everyConceptOfTheTableExists(String name) {
    Set<String> known =
        scenario(name).concepts().stream().map(Scenario.Concept::id).collect(Collectors.toSet());

    assertThat(known).hasSizeGreaterThan(30);
    assertThat(table(name).stream().filter(each -> !each.startsWith("?")))
        .allSatisfy(each -> assertThat(known).contains(each.split(" : ", 2)[0].substring(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {P99_INCIDENT, "paged-at-night", "data-integrity"})
  void aListOfFineWordsEarnsNothing(String name) {
    try (Ear ear = ear(scenario(name))) {
      assertThat(SALADS)
          .allSatisfy(each -> assertThat(credited(ear.hear(each, ""))).as(each).isEmpty());
    }
  }

  /// Otherwise a good answer about one cause would count as a guess at several.
  @Test
  void whoNamesOneCauseNamesNoMoreThanANeighbour() {
    Scenario scenario = scenario(P99_INCIDENT);
    Set<String> causes =
        scenario.faults().seeded().getOrDefault("cause", List.of()).stream()
            .map(SeededFault::named)
            .collect(Collectors.toSet());

    assertThat(causes).hasSize(12);
    try (Ear ear = ear(scenario)) {
      assertThat(table(P99_INCIDENT).stream().filter(each -> each.startsWith("+")))
          .allSatisfy(line -> {
            String[] parts = line.split(" : ", 2);
            Set<String> named = new HashSet<>(credited(ear.hear(parts[1], "")));
            named.retainAll(causes);
            named.remove(parts[0].substring(1));
            assertThat(named).as(line).hasSizeLessThanOrEqualTo(1);
          });
    }
  }

  @Test
  void theStrongCandidateNamesEachCauseByItsOwnConcept() {
    Scenario scenario = scenario(P99_INCIDENT);
    SoftAssertions softly = new SoftAssertions();
    try (Ear ear = ear(scenario)) {
      for (Rehearsal each : scenario.rehearsals()) {
        if (each.name().startsWith("strong-")) {
          SeededFault cause = scenario.faults().picked("cause", each.seed()).orElseThrow();
          softly
              .assertThat(credited(ear.hear(said(each, "root-cause"), "")))
              .as(each.name())
              .contains(cause.named());
          SeededFault herring = scenario.faults().picked("herring", each.seed()).orElseThrow();
          softly
              .assertThat(credited(ear.hear(said(each, "not-it"), "")))
              .as(each.name())
              .contains(herring.named());
        }
      }
    }
    softly.assertAll();
  }

  private static String said(Rehearsal rehearsal, String question) {
    return rehearsal.answers().getOrDefault(question, List.of()).stream()
        .filter(Step.Say.class::isInstance)
        .map(each -> ((Step.Say) each).text())
        .collect(Collectors.joining(" "));
  }

  private Scenario scenario(String name) {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    return new Scenarios(Path.of("scenarios"), designs)
        .all().stream()
            .filter(each -> each.name().equals(name))
            .map(each -> ((Scenarios.Found.Sound) each).scenario())
            .findFirst()
            .orElseThrow();
  }

  private static Ear ear(Scenario scenario) {
    return Ear.of(scenario.concepts(), scenario.clarifications());
  }

  private static Set<String> credited(Heard heard) {
    return heard.credited().stream().map(Mention::concept).collect(Collectors.toSet());
  }

  private static List<String> table(String name) {
    try (InputStream table =
        IncidentHearingTest.class.getResourceAsStream("/hearing/" + name + ".txt")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(each -> !each.isBlank() && !each.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
