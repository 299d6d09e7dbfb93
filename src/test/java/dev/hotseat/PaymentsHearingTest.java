package dev.hotseat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Mention;
import dev.hotseat.hearing.Ear;
import dev.hotseat.hearing.Heard;
import dev.hotseat.live.Blueprint;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The concepts of the interview about payments against a table of sentences: what earns something
/// and what must not.
@MicronautTest(startApplication = false)
class PaymentsHearingTest {
  private static final String SALAD =
      "Idempotency key, unique constraint, outbox, saga, two-phase commit, exactly once, Kafka,"
          + " Redis, ledger, double entry, reconciliation, back-off, jitter, fingerprint, 409, 422.";

  @Inject Collection<Blueprint> blueprints;
  private Scenario scenario;
  private Ear ear;

  @BeforeEach
  void listen() {
    var designs = blueprints.stream().map(Blueprint::design).toList();
    scenario =
        new Scenarios(Path.of("scenarios"), designs)
            .all().stream()
                .filter(each -> each.name().equals("idempotent-payments"))
                .map(each -> ((Scenarios.Found.Sound) each).scenario())
                .findFirst()
                .orElseThrow();
    ear = Ear.of(scenario.concepts(), scenario.clarifications());
  }

  @AfterEach
  void close() {
    ear.close();
  }

  @Test
  void everySentenceEarnsWhatTheTableSays() {
    SoftAssertions softly = new SoftAssertions();
    for (String line : table()) {
      String[] parts = line.split(" : ", 2);
      String expected = parts[0].substring(1);
      Heard heard = ear.hear(parts[1], "");
      switch (line.charAt(0)) {
        case '+' -> softly.assertThat(credited(heard)).as(line).contains(expected);
        case '!' -> softly.assertThat(credited(heard)).as(line).doesNotContain(expected);
        default -> softly.assertThat(heard.clarifications()).as(line).contains(expected);
      }
    }
    softly.assertAll();
  }

  @Test
  void aListOfFineWordsEarnsNothing() {
    assertThat(credited(ear.hear(SALAD, ""))).isEmpty();
  }

  @Test
  void everyConceptOfTheTableExists() {
    Set<String> known =
        scenario.concepts().stream().map(Scenario.Concept::id).collect(Collectors.toSet());

    assertThat(known).hasSizeGreaterThan(50);
    assertThat(table().stream().filter(each -> !each.startsWith("?")))
        .allSatisfy(each -> assertThat(known).contains(each.split(" : ", 2)[0].substring(1)));
  }

  private static Set<String> credited(Heard heard) {
    return heard.credited().stream().map(Mention::concept).collect(Collectors.toSet());
  }

  private static List<String> table() {
    try (InputStream table =
        PaymentsHearingTest.class.getResourceAsStream("/hearing/payments.txt")) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(each -> !each.isBlank() && !each.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
