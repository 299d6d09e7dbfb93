package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.load.Loop;
import dev.hotseat.load.Retry;
import dev.hotseat.load.Stage;
import dev.hotseat.scenario.Demonstration.Act;
import dev.hotseat.scenario.Demonstration.Ask;
import dev.hotseat.scenario.Demonstration.Choice;
import dev.hotseat.scenario.Demonstration.Deed;
import dev.hotseat.scenario.Demonstration.Mishap;
import dev.hotseat.scenario.Demonstration.More;
import dev.hotseat.scenario.Demonstration.Side;
import dev.hotseat.scenario.Demonstration.Take;
import dev.hotseat.scenario.Demonstration.Watch;
import dev.hotseat.scenario.Rehearsal.Expectation;
import dev.hotseat.scenario.Rehearsal.Keep;
import dev.hotseat.scenario.Rehearsal.Step;
import dev.hotseat.scenario.Script.Question.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioLoaderTest {
  @Test
  void findsNothingWrongWithASoundFolder() {
    assertThat(TeaShop.load(TeaShop.folder()).problems()).isEmpty();
  }

  @Test
  void readsTheTaskAndItsRubric() {
    Scenario scenario = TeaShop.scenario();

    assertThat(scenario.name()).isEqualTo("tea-shop");
    assertThat(scenario.minutes()).isEqualTo(20);
    assertThat(scenario.brief()).startsWith("A tea shop").contains("still hot");
    assertThat(scenario.startLevers())
        .isEqualTo(Map.of("cache", "local", "kettles", "2", "fast", "on"));
    assertThat(scenario.dimensions()).hasSize(3);
    assertThat(scenario.dimensions().getFirst().points()).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(scenario.dimensions().getFirst().anchors()).containsKeys(1, 3, 5);
    assertThat(scenario.dimensions().get(1).receipts()).isEqualTo(1);
    assertThat(scenario.faults().candidate()).containsExactly("slow-kettle", "spilled");
    assertThat(scenario.faults().seeded().get("kitchen"))
        .containsExactly(
            new Scenario.SeededFault(
                "slow-kettle", 200, "second-kettle", List.of("traces"), "Feel the kettle."),
            new Scenario.SeededFault("spilled", 1));
    assertThat(scenario.milestones())
        .extracting(Scenario.Milestone::name, Scenario.Milestone::title)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("first-look", "First look"));
    assertThat(scenario.review())
        .containsExactly(new Scenario.ReviewPart("What we learned", List.of("iced", "why-that")));
    assertThat(scenario.facts()).isEqualTo(Map.of("guestsPerHour", List.of(100.0, 200.0)));
    assertThat(scenario.digest()).hasSize(64);
  }

  @Test
  void readsLoadProfilesAsPlans() {
    List<Scenario.NamedProfile> profiles = TeaShop.scenario().profiles();

    assertThat(profiles.getFirst().plan().loop())
        .isEqualTo(
            new Loop.Open(
                Loop.Spacing.POISSON,
                List.of(
                    Stage.ramp(10, 100, Duration.ofSeconds(2)),
                    Stage.hold(100, Duration.ofMillis(500)))));
    assertThat(profiles.getFirst().plan().patience().nanos()).isEqualTo(2_000_000_000L);
    assertThat(profiles.getFirst().plan().retry())
        .isEqualTo(new Retry.BackOff(3, Duration.ofMillis(200), Duration.ofSeconds(2)));
    assertThat(profiles.getFirst().plan().mix().getFirst().parameters())
        .isEqualTo(Map.of("skew", "1.0"));
    assertThat(profiles.get(1).plan().loop())
        .isEqualTo(new Loop.Closed(8, Duration.ofMillis(10), Duration.ofSeconds(5)));
  }

  @Test
  void readsTheInterview() {
    Script script = TeaShop.scenario().script();

    assertThat(script.phases()).extracting(Script.Phase::id).containsExactly("scope", "break");
    assertThat(script.questions().values())
        .extracting(Script.Question::kind)
        .containsExactly(
            Kind.OPEN, Kind.ESTIMATE, Kind.CHOICE, Kind.DO, Kind.EXPLAIN, Kind.OPEN, Kind.OPEN);
    assertThat(script.questions().get("how-many"))
        .extracting(Script.Question::timeBox)
        .isEqualTo(Duration.ofMinutes(3));
    assertThat(script.phases().get(1).injects())
        .extracting(Script.Inject::group, Script.Inject::fault, Script.Inject::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("kitchen", "", Duration.ofSeconds(30)),
            org.assertj.core.groups.Tuple.tuple("", "slow-kettle", Duration.ofSeconds(90)));
    assertThat(script.followUps().getFirst().coolDown()).isEqualTo(Duration.ofSeconds(10));
    assertThat(script.changes().getFirst().questions()).containsExactly("iced");
    assertThat(script.signals().getFirst().holding()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void readsWhatScriptedCandidatesDo() {
    Rehearsal strong = rehearsal("strong");

    assertThat(strong.opening())
        .containsExactly(
            new Step.Say("How many guests come?"),
            new Step.Levers(Map.of("cache", "local", "kettles", "4"), "one kettle is not enough"));
    assertThat(strong.answers().get("serve"))
        .containsExactly(
            new Step.Run("afternoon", 3, Map.of("p99/orders", 12.0, "served", 300.0)),
            new Step.Look("traces", "slowest", null),
            new Step.Act("refill", Map.of("kettle", "1")),
            new Step.Hint());
    assertThat(strong.answers().get("which-kettle")).containsExactly(new Step.Choose("small"));
    assertThat(strong.expect())
        .containsExactly(
            new Expectation("framing", false, 4, 5),
            new Expectation("design", false, 1, 2),
            new Expectation("verification", false, 3, 4));
    assertThat(rehearsal("silent").expect().getFirst().notAssessed()).isTrue();
  }

  @Test
  void makesARehearsalOfEachVariant() {
    Rehearsal slow = rehearsal("kettles-slow");

    assertThat(slow.answers().get("serve"))
        .containsExactly(
            new Step.Await("hot-tea"),
            new Step.Look(
                "metrics", "", new Keep("culprit", "kettle", Map.of("state", "cold"), "wait")),
            new Step.Act("refill", Map.of("kettle", "$culprit")),
            new Step.Hint());
    assertThat(rehearsal("kettles-spilled").answers().get("serve"))
        .containsExactly(
            new Step.Await("hot-tea"), new Step.Look("traces", "", null), new Step.Hint());
  }

  @Test
  void takesTheFirstSeedThatDrawsWhatARehearsalWants() {
    assertThat(List.of("slow-kettle", "spilled"))
        .zipSatisfy(
            List.of(rehearsal("kettles-slow"), rehearsal("kettles-spilled")),
            (fault, play) -> {
              Scenario.FaultRules rules = TeaShop.scenario().faults();
              assertThat(rules.picked("kitchen", play.seed()).orElseThrow().fault())
                  .isEqualTo(fault);
              assertThat(play.seed()).isBetween(40L, 80L);
            });
  }

  private static Rehearsal rehearsal(String name) {
    return TeaShop.scenario().rehearsals().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsDemonstrations() {
    assertThat(TeaShop.scenario().demonstrations())
        .containsExactly(
            new Demonstration(
                "crowd",
                "One kettle, two kettles",
                "What a queue does where arrivals meet a slower counter.",
                "Two shops, the same guests. Half way through, the kettles get slow.",
                new Side("one kettle", Map.of("kettles", "1"), List.of()),
                new Side(
                    "two kettles",
                    Map.of("kettles", "2"),
                    List.of(new Deed(new Act("refill", Map.of("kettle", "2")), 1))),
                List.of(new Act("refill", Map.of("kettle", "1"))),
                "afternoon",
                5,
                true,
                List.of(new Mishap("slow-kettle", 100, 2.5)),
                List.of(
                    new Watch(
                        "gauge/cupsInFlight", "cups waiting", Take.HIGHEST, More.WITHOUT, 2, 4),
                    new Watch("p99/order", "the slowest guests", Take.LOWEST, More.EITHER, 1, 0)),
                new Ask(
                    "How long is the queue with two kettles?",
                    List.of(
                        new Choice("same", "As long as with one"),
                        new Choice("shorter", "Much shorter")),
                    "shorter"),
                "A queue grows where arrivals meet a slower counter."));
  }

  @Test
  void tellsTwoSidesApartByRatioAndFloor() {
    Watch watch = new Watch("gauge/cupsInFlight", "cups waiting", Take.HIGHEST, More.WITHOUT, 2, 4);

    assertThat(watch.appeared(8, 4)).isTrue();
    assertThat(watch.appeared(8, 4.1)).as("not far enough apart").isFalse();
    assertThat(watch.appeared(3, 1)).as("too little to speak of").isFalse();
    assertThat(watch.appeared(4, 8)).as("the wrong side").isFalse();
    assertThat(new Watch("p99/order", "", Take.LAST, More.WITH, 2, 0).appeared(0, 0)).isFalse();
  }
}
