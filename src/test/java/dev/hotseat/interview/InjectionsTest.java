package dev.hotseat.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.scenario.Scenario.FaultRules;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.Script.Inject;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InjectionsTest {
  private static Inject inject(String fault, int after, int lasting) {
    return new Inject("", fault, 2.0, Duration.ofSeconds(after), Duration.ofSeconds(lasting), null);
  }

  private static Play breaking(Inject... injects) {
    return new Play()
        .minutes(20)
        .phase("break", 5, List.of(injects), "what")
        .phase("wrap", 10, "last")
        .open("what")
        .open("last");
  }

  private static double startedAt(Stage stage) {
    return stage.first(FaultStarted.class::isInstance).orElseThrow().elapsedSeconds();
  }

  @Test
  void comeAtTheirTimeAndGoAfterTheirs() {
    Stage stage = Stage.of(breaking(inject("store-slow", 30, 40))).passes(100);

    assertThat(startedAt(stage)).isEqualTo(30);
    assertThat(stage.first(FaultStopped.class::isInstance).orElseThrow().elapsedSeconds())
        .isEqualTo(70);
    assertThat(stage.of(FaultStarted.class)).hasSize(1);
  }

  @Test
  void areAskedForUntilTheBaselineHolds() {
    Stage stage = Stage.of(breaking(inject("store-slow", 30, 40))).refusingFaults(true).passes(45);
    assertThat(stage.wanted()).filteredOn(Effect.StartFault.class::isInstance).hasSize(16);

    stage.refusingFaults(false).passes(60);

    assertThat(stage.of(FaultStarted.class)).hasSize(1);
    assertThat(stage.first(FaultStopped.class::isInstance).orElseThrow().elapsedSeconds())
        .as("forty seconds after it began")
        .isEqualTo(86);
  }

  @Test
  void takeTurnsWhenSeveralAreRefused() {
    Stage stage =
        Stage.of(breaking(inject("a", 1, 0), inject("b", 1, 0))).refusingFaults(true).passes(10);

    assertThat(stage.wanted())
        .contains(new Effect.StartFault("a", 2.0, false), new Effect.StartFault("b", 2.0, false));
  }

  @Test
  void endWithTheirPhase() {
    Stage stage = Stage.of(breaking(inject("store-slow", 10, 0))).passes(20).says("x", "what");

    stage.passes(1);

    assertThat(stage.state().phase()).isEqualTo("wrap");
    assertThat(stage.of(FaultStopped.class))
        .containsExactly(new FaultStopped("store-slow", "script"));
  }

  @Test
  void outlastTheirPhaseWhenTheyStay() {
    Stage stage = Stage.of(breaking(staying(10, 0))).passes(20).says("x", "what");

    stage.passes(30);

    assertThat(stage.state().phase()).isEqualTo("wrap");
    assertThat(stage.of(FaultStopped.class)).isEmpty();
    assertThat(stage.says("x", "last").of(FaultStopped.class)).hasSize(1);
  }

  @Test
  void thatStayBeginInTheNextPhaseWhenTheirsWasShort() {
    Stage stage = Stage.of(breaking(staying(100, 0))).passes(20).says("x", "what").passes(5);

    assertThat(stage.of(FaultStarted.class))
        .containsOnlyOnce(new FaultStarted("store-slow", 2.0, "script"));
    assertThat(startedAt(stage)).isBetween(20.0, 22.0);
  }

  @Test
  void doNotWaitForTheBaselineForEver() {
    Stage stage = Stage.of(breaking(staying(10, 40))).passes(50);

    List<Effect> wanted =
        stage.wanted().stream().filter(Effect.StartFault.class::isInstance).toList();
    Stage refused = Stage.of(breaking(staying(10, 40))).refusingFaults(true).passes(45);

    assertThat(wanted).containsExactly(new Effect.StartFault("store-slow", 2.0, false));
    assertThat(refused.wanted())
        .filteredOn(Effect.StartFault.class::isInstance)
        .contains(
            new Effect.StartFault("store-slow", 2.0, false),
            new Effect.StartFault("store-slow", 2.0, true))
        .filteredOn(each -> each instanceof Effect.StartFault start && start.forced())
        .hasSize(6);
  }

  private static Inject staying(int after, int atLatest) {
    return new Inject(
        "",
        "store-slow",
        2.0,
        Duration.ofSeconds(after),
        Duration.ZERO,
        true,
        Duration.ofSeconds(atLatest),
        null);
  }

  @Test
  void endWithTheSession() {
    Play play =
        new Play().phase("break", 5, List.of(inject("store-slow", 10, 0)), "what").open("what");
    Stage stage = Stage.of(play).passes(20).says("x", "what");

    assertThat(stage.of(FaultStopped.class)).hasSize(1);
    assertThat(stage.of(Ended.class)).hasSize(1);
    assertThat(stage.journal().getLast().event()).isInstanceOf(Ended.class);
  }

  @Test
  void doNotComeBackAfterAReset() {
    Stage stage = Stage.of(breaking(inject("store-slow", 10, 0))).passes(20);

    stage.happens(new SystemReset("candidate")).passes(20);

    assertThat(stage.of(FaultStarted.class)).hasSize(1);
  }

  @Test
  void doNotComeBackWhenSomebodyStoppedThem() {
    Stage stage = Stage.of(breaking(inject("store-slow", 10, 0))).passes(20);

    stage.happens(new FaultStopped("store-slow", "interviewer")).passes(20);

    assertThat(stage.of(FaultStarted.class)).hasSize(1);
  }

  @Test
  void comeBackWhenTheServerWasGone() {
    Stage stage = Stage.of(breaking(inject("store-slow", 10, 40))).passes(20);

    stage.happens(new Recovered(3)).passes(60);

    assertThat(stage.of(FaultStarted.class)).hasSize(2);
    assertThat(stage.first(FaultStopped.class::isInstance).orElseThrow().elapsedSeconds())
        .isEqualTo(50);
  }

  @Test
  void waitForTheirCondition() {
    Inject later =
        new Inject(
            "",
            "store-slow",
            null,
            Duration.ofSeconds(10),
            Duration.ZERO,
            Scripted.when("elapsed", facts -> facts.phaseSeconds() > 25));

    assertThat(startedAt(Stage.of(breaking(later)).passes(40))).isEqualTo(26);
  }

  @Test
  void comeAtAMomentThatTheSeedPicks() {
    Inject some =
        new Inject(
            "",
            "store-slow",
            2.0,
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ZERO,
            true,
            Duration.ZERO,
            null);
    Set<Double> moments = new HashSet<>();

    for (long seed = 0; seed < 12; seed++) {
      double at = startedAt(opened(some, seed));
      moments.add(at);
      assertThat(at).isBetween(20.0, 61.0);
      assertThat(startedAt(opened(some, seed))).as("the same seed").isEqualTo(at);
    }

    assertThat(moments).hasSizeGreaterThan(6);
  }

  private static Stage opened(Inject inject, long seed) {
    return new Stage(breaking(inject).scenario()).opened("practice", seed, 1).passes(65);
  }

  /// Twelve causes and four red herrings in 4,800 sessions: each pair is expected in 100 of them.
  @Test
  void areDrawnOfEachGroupForItself() {
    List<SeededFault> causes =
        IntStream.range(0, 12).mapToObj(each -> new SeededFault("cause-" + each, 1)).toList();
    List<SeededFault> herrings =
        IntStream.range(0, 4).mapToObj(each -> new SeededFault("herring-" + each, 1)).toList();
    FaultRules rules = new FaultRules(List.of(), Map.of("cause", causes, "herring", herrings));
    Map<String, Integer> pairs = new HashMap<>();

    for (long seed = 0; seed < 4_800; seed++) {
      String cause = rules.picked("cause", seed).orElseThrow().fault();
      String herring = rules.picked("herring", seed).orElseThrow().fault();
      pairs.merge(cause + " " + herring, 1, Integer::sum);
    }

    double surprise =
        pairs.values().stream().mapToDouble(count -> (count - 100) * (count - 100) / 100.0).sum();
    assertThat(pairs).hasSize(48);
    assertThat(surprise).as("chi square of 47 degrees of freedom, 99.9 %").isLessThan(82.7);
  }

  @Test
  void comeAsHeavilyAsTheSeedDraws() {
    List<SeededFault> causes =
        List.of(new SeededFault("leak", 1), new SeededFault("lock", 1), new SeededFault("scan", 1));
    FaultRules rules =
        new FaultRules(
            List.of(),
            Map.of("cause", causes, "herring", causes),
            Map.of("cause", List.of(1.0, 1.5)),
            Map.of(),
            true);
    Map<String, Integer> drawn = new HashMap<>();

    for (long seed = 0; seed < 600; seed++) {
      SeededFault cause = rules.picked("cause", seed).orElseThrow();
      drawn.merge(cause.fault() + " " + cause.intensity(), 1, Integer::sum);
      assertThat(rules.picked("cause", seed)).hasValue(cause);
      assertThat(rules.picked("herring", seed).orElseThrow().intensity()).isEqualTo(1);
    }

    assertThat(drawn)
        .as("each with each, a hundred times")
        .hasSize(6)
        .allSatisfy((_, times) -> assertThat(times).isBetween(60, 140));
  }

  @Test
  void arePickedByTheSeed() {
    Inject seeded =
        new Inject("regional", "", null, Duration.ofSeconds(1), Duration.ofSeconds(5), null);
    Play play = breaking(seeded).oneOf("regional", "replica-lag", "region-cut");
    Set<String> picked = new HashSet<>();

    for (long seed = 0; seed < 20; seed++) {
      Stage stage = new Stage(play.scenario()).opened("practice", seed, 1).passes(3);
      picked.add(stage.of(FaultStarted.class).getFirst().fault());
    }

    assertThat(picked).containsExactlyInAnyOrder("replica-lag", "region-cut");
  }
}
