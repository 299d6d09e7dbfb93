package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.session.Sessions;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import dev.hotseat.testing.Server.Request;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A candidate of a shipped scenario that keeps its faults secret reads all there is while they
/// bite, and finds the name of none: neither of what was broken nor of what could have been.
/// `CauseTest` reads the instruments so for each cause.
class ShippedSecretsTest {
  private static final double CLOCK_SPEED = 6;
  private static final Server SERVER = Server.shared();
  private static Map<String, Opened> nights = Map.of();

  /// All of them at once: what is broken breaks when the system has been well for a while.
  @BeforeAll
  static void open() {
    nights =
        secretive()
            .collect(
                Collectors.toMap(
                    Scenario::name,
                    each -> SERVER.open(each.name(), "interview", 4711, CLOCK_SPEED)));
  }

  @AfterAll
  static void end() {
    nights.values().forEach(each -> each.as("interviewer", "POST", "/end").send());
  }

  static Stream<Named<Scenario>> named() {
    return secretive().map(each -> Named.of(each.name(), each));
  }

  private static Stream<Scenario> secretive() {
    return SERVER.bean(Scenarios.class).all().stream()
        .flatMap(each ->
            each instanceof Scenarios.Found.Sound(Scenario scenario, _)
                ? Stream.of(scenario)
                : Stream.empty())
        .filter(each -> each.faults().concealed());
  }

  @ParameterizedTest
  @MethodSource("named")
  void areKept(Scenario scenario) {
    Opened night = Objects.requireNonNull(nights.get(scenario.name()));
    await().until(() -> !broken(night).isEmpty());
    Set<String> secrets = names(scenario, night);

    assertThat(Exposure.of(night, as(night, "candidate"))).doesNotContain(secrets);
    assertThat(night.as("interviewer", "GET", "/faults").send().body()).contains(broken(night));
  }

  /// Whoever guesses a name is not told whether it was a good guess.
  @ParameterizedTest
  @MethodSource("named")
  void areNotTreatedOtherwiseThanWhatIsWell(Scenario scenario) {
    Opened night = Objects.requireNonNull(nights.get(scenario.name()));
    await().until(() -> !broken(night).isEmpty());
    Set<String> secrets = names(scenario, night);

    Set<String> answers =
        secrets.stream()
            .flatMap(each ->
                Stream.of(
                        night
                            .as("candidate", "POST", "/faults")
                            .json("{\"fault\":\"" + each + "\"}"),
                        night.as("candidate", "DELETE", "/faults/" + each))
                    .map(Request::send)
                    .map(answer -> answer.status() + answer.body().replace(each, "NAME")))
            .collect(Collectors.toSet());

    assertThat(answers).hasSize(1);
  }

  private static Set<String> names(Scenario scenario, Opened night) {
    Set<String> names = new TreeSet<>(broken(night));
    scenario
        .faults()
        .seeded()
        .values()
        .forEach(group -> group.forEach(each -> names.add(each.fault())));
    return names;
  }

  /// What was broken so far, from the journal itself.
  private static List<String> broken(Opened night) {
    String id = night.json().get("id").asString();
    return SERVER.bean(Sessions.class).find(id).orElseThrow().entries(0).stream()
        .flatMap(each ->
            each.event() instanceof FaultStarted started ? Stream.of(started.fault()) : Stream.of())
        .toList();
  }

  private static BiFunction<String, String, Request> as(Opened night, String role) {
    return (method, path) -> SERVER.call(method, path).bearer(night.token(role));
  }
}
