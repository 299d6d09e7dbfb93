package dev.hotseat.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.scenario.Rehearsal;
import dev.hotseat.scenario.Rehearsal.Expectation;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Script.Award;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Every rehearsal of every scenario, played over HTTP against the real live system on an
/// accelerated clock. Adding a rehearsal is adding a file.
///
/// `-Drehearsals.only=rate-limiter` plays those in whose scenario and name it is found.
///
/// Several play at a time: most of a rehearsal is waiting for load runs and readings, which take
/// the time they take. No level may depend on how fast the machine is, so they need not be kept
/// apart; and a load run on a busy machine is no less a run, so none is void for having been sent
/// late. Who has most to do begins, so that nobody is left to play alone at the end.
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "hotseat.session.clock-speed-max", value = "1000")
@Property(name = "hotseat.session.late-max", value = "1h")
class RehearsalTest implements TestPropertyProvider {
  private static final int AT_ONCE = Integer.getInteger("rehearsals.at-once", 4);
  private static final Pattern ONLY = Pattern.compile(System.getProperty("rehearsals.only", ""));

  @Inject EmbeddedServer server;
  @Inject Scenarios scenarios;

  private final ExecutorService stages =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("rehearsal-", 0).factory());

  /// Journals of its own, so that nothing is taken up that another build left.
  @Override
  public Map<String, String> getProperties() {
    try {
      return Map.of("hotseat.data", Files.createTempDirectory("rehearsals").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void clearTheStages() {
    stages.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> everyRehearsalIsScoredAsItsFileSays() {
    List<Part> parts = parts();
    assertThat(parts).as("rehearsals found").isNotEmpty();
    return parts.stream()
        .sorted(Comparator.comparingLong(Part::steps).reversed())
        .map(this::test)
        .toList()
        .stream();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Scenarios.Found found : scenarios.all()) {
      if (found instanceof Scenarios.Found.Sound(Scenario scenario, _)) {
        scenario.rehearsals().stream()
            .map(each -> new Part(scenario, each))
            .filter(each -> ONLY.matcher(each.name()).find())
            .forEach(parts::add);
      }
    }
    return parts;
  }

  /// A rehearsal and what it is of.
  private record Part(Scenario scenario, Rehearsal rehearsal) {
    String name() {
      return scenario.name() + ": " + rehearsal.name();
    }

    /// How much there is to say and to do.
    long steps() {
      return rehearsal.answers().values().stream().mapToLong(List::size).sum();
    }
  }

  /// Begins as soon as a stage is free; the test waits for its end.
  private DynamicTest test(Part part) {
    Future<?> played =
        stages.submit(() -> {
          play(part.scenario(), part.rehearsal());
          return null;
        });
    return DynamicTest.dynamicTest(part.name(), () -> outcome(played));
  }

  private static void outcome(Future<?> played) throws Throwable {
    try {
      played.get();
    } catch (ExecutionException failed) {
      throw Objects.requireNonNullElse(failed.getCause(), failed);
    }
  }

  private void play(Scenario scenario, Rehearsal rehearsal) throws InterruptedException {
    CandidateHttp host = new CandidateHttp(server.getURI(), "");
    JsonNode opened =
        host.post(
            "/api/sessions",
            Map.of(
                "scenario", scenario.name(),
                "mode", "practice",
                "seed", rehearsal.seed(),
                "candidate", rehearsal.name(),
                "clockSpeed", rehearsal.clockSpeed(),
                "timeMultiplier", rehearsal.extraTime()));
    String id = opened.path("id").asString();
    letTheSystemBegin(host, id);
    CandidateHttp candidate = host.as(opened.path("tokens").path("candidate").asString());

    List<String> refusals = new ScriptedCandidate(candidate, id, scenario, rehearsal).play();
    JsonNode report = candidate.get("/api/sessions/" + id + "/report");
    keep(
        scenario,
        rehearsal,
        candidate.text("/api/sessions/" + id + "/transcript")
            + candidate.text("/api/sessions/" + id + "/report"));

    assertThat(refusals).as("what the API refused").isEmpty();
    assertLevels(rehearsal, report);
    assertCompleted(scenario, rehearsal, report);
  }

  /// On a crowded machine a system takes its time to open, and the accelerated clock would not
  /// wait.
  private static void letTheSystemBegin(CandidateHttp host, String id) {
    host.post("/api/sessions/" + id + "/pause", Map.of("reason", "the system opens"));
    host.get("/api/sessions/" + id + "/metrics");
    host.post("/api/sessions/" + id + "/resume", Map.of());
  }

  /// What was said and reported stays for whoever wants to know why a level is what it is.
  private static void keep(Scenario scenario, Rehearsal rehearsal, String transcript) {
    Path file = Path.of("target/rehearsals", scenario.name() + "-" + rehearsal.name() + ".txt");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, transcript);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertLevels(Rehearsal rehearsal, JsonNode report) {
    SoftAssertions softly = new SoftAssertions();
    for (Expectation expected : rehearsal.expect()) {
      JsonNode dimension = dimension(report, expected.dimension());
      String about = rehearsal.name() + ", " + expected.dimension() + ": " + receipts(dimension);
      JsonNode level = dimension.path("level");
      if (expected.notAssessed()) {
        softly.assertThat(level.isNumber()).as(about).isFalse();
      } else if (level.isNumber() || expected.atLeast() > 1) {
        softly
            .assertThat(level.asInt(0))
            .as(about)
            .isBetween(expected.atLeast(), expected.atMost());
      }
    }
    softly
        .assertThat(!report.path("disqualifiers").isEmpty())
        .as("a disqualifier was reported")
        .isEqualTo(rehearsal.disqualified());
    softly.assertAll();
  }

  /// What was done is on the report as the award that the question promises for it.
  private static void assertCompleted(Scenario scenario, Rehearsal rehearsal, JsonNode report) {
    for (String id : rehearsal.completes()) {
      Award award =
          Objects.requireNonNull(
              Objects.requireNonNull(scenario.script().questions().get(id), id).doneSignal(), id);
      assertThat(receipts(dimension(report, award.dimension())))
          .as(rehearsal.name() + " completes " + id)
          .contains(award.text());
    }
  }

  private static JsonNode dimension(JsonNode report, String name) {
    for (JsonNode each : report.path("dimensions")) {
      if (each.path("name").asString("").equals(name)) {
        return each;
      }
    }
    throw new AssertionError("the report has no dimension " + name);
  }

  private static String receipts(JsonNode dimension) {
    StringBuilder text = new StringBuilder();
    for (JsonNode receipt : dimension.path("receipts")) {
      text.append("\n  ").append(receipt.path("text").asString(""));
    }
    return text.toString();
  }
}
