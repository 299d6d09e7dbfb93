package dev.hotseat.interview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.FaultStopped;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.NoteTaken;
import dev.hotseat.event.SessionEvent.Paused;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Resumed;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import dev.hotseat.event.SessionEvent.SystemReset;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Inject;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.testing.Play;
import dev.hotseat.testing.Scripted;
import dev.hotseat.testing.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every interview, whatever happens in it.
class AnyInterviewTest {
  private static final int STEPS = 60;
  private static final List<String> NAMES =
      List.of("needs", "size", "status", "meet", "keys", "stampede", "pool", "c1", "nonsense");

  private static Play play() {
    Inject inject =
        new Inject("", "store-slow", 1.0, Duration.ofSeconds(20), Duration.ofSeconds(60), null);
    return new Play()
        .minutes(12)
        .phase("scope", 3, "needs", "size", "status")
        .phase("prove", 5, List.of(inject), "meet", "keys")
        .phase("wrap", 4, "last")
        .open("needs")
        .open("keys")
        .open("last")
        .open("c1")
        .open("d1")
        .estimate(
            "size",
            "TB",
            Scripted.number("x", facts -> facts.assumed("bytes").orElse(4)),
            new Assumption("bytes", "bytes", "", 4, 1, 9))
        .choice("status", new Option("found", "302", null, null))
        .deed("meet", Scripted.when("local", facts -> facts.lever("cache").equals("local")))
        .followUp("stampede", Scripted.above("p99/redirect", 100))
        .followUp("pool", Scripted.above("p99/redirect", 150), 3)
        .change("deletable", "c1")
        .change("billable", "d1")
        .signal("slow", Scripted.above("p99/redirect", 120), Play.strong("design", 1))
        .fact("ratio", "Ten to one.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void endsOnceAndAsksNothingTwice(long seed) {
    Stage stage = played(seed, 0, true).passes(12 * 60 + 10);

    assertThat(stage.of(Ended.class)).hasSize(1);
    assertThat(interviewersLast(stage)).isInstanceOf(Ended.class);
    assertThat(questions(stage)).as("asked in the script's words").doesNotHaveDuplicates();
    assertThat(gapsBetweenFollowUps(stage)).allMatch(gap -> gap >= 20);
    assertThat(stage.of(QuestionClosed.class).stream().map(QuestionClosed::questionId))
        .as("closed once each")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void saysTheSameAgainWhenTheSameHappensAgain(long seed) {
    assertThat(played(seed, 0, true).spoken()).isEqualTo(played(seed, 0, true).spoken());
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36})
  void losesAndDoublesNoWordWhereverTheServerDies(long seed) {
    Stage undisturbed = played(seed, 0, false);

    for (int crash = 1; crash <= undisturbed.journal().size(); crash++) {
      assertThat(played(seed, crash, false).spoken())
          .as("after a crash at entry %s of session %s", crash, seed)
          .isEqualTo(undisturbed.spoken());
    }
  }

  private static SessionEvent interviewersLast(Stage stage) {
    return stage.journal().stream()
        .map(Entry::event)
        .filter(each -> each instanceof Spoke || each instanceof Ended)
        .toList()
        .getLast();
  }

  private static List<String> questions(Stage stage) {
    return stage.texts().stream().filter(each -> each.startsWith("Ask ")).toList();
  }

  private static List<Double> gapsBetweenFollowUps(Stage stage) {
    List<Double> at =
        stage.journal().stream()
            .filter(
                each -> each.event() instanceof Spoke spoke && spoke.kind() == Spoke.Kind.FOLLOW_UP)
            .map(Entry::elapsedSeconds)
            .toList();
    return IntStream.range(1, at.size()).mapToObj(each -> at.get(each) - at.get(each - 1)).toList();
  }

  /// A session in which things happen by chance.
  ///
  /// @param wild whether anything may happen, or only what a crash does not change: a run or a
  ///   fault of somebody else would not survive it
  private static Stage played(long seed, long crash, boolean wild) {

    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Stage stage = new Stage(play().scenario()).crashingAt(crash);
    stage.opened(seed % 2 == 0 ? "practice" : "interview", seed, 1);
    for (int step = 0; step < STEPS; step++) {
      tame(stage, chance);
      if (wild && chance.nextInt(3) == 0) {
        wild(stage, chance);
      }
      stage.waits(chance.nextInt(9));
    }
    return stage;
  }

  private static void tame(Stage stage, RandomGenerator chance) {
    String name = NAMES.get(chance.nextInt(NAMES.size()));
    switch (chance.nextInt(12)) {
      case 0 -> stage.says("x", name);
      case 1 -> stage.says("next");
      case 2 -> stage.says("hint");
      case 3 -> stage.says("?", each -> each.asking(chance.nextBoolean() ? "ratio" : ""));
      case 4 -> stage.says("3", each -> each.estimating(3, "TB", Map.of("bytes", 3.0)));
      case 5 -> stage.says("302", each -> each.choosing("found"));
      case 6 ->
          stage.happens(
              new LeversChanged(
                  Map.of(),
                  Map.of("cache", chance.nextBoolean() ? "local" : "off"),
                  "",
                  "candidate"));
      case 7 -> stage.happens(new Steered(name, steer(chance), "Edited?", "Grace"));
      case 8 -> stage.happens(new Looked("traces", "slowest"));
      default -> stage.passes(1 + chance.nextInt(12), readings(chance));
    }
  }

  private static void wild(Stage stage, RandomGenerator chance) {
    String name = NAMES.get(chance.nextInt(NAMES.size()));
    SessionEvent event =
        switch (chance.nextInt(12)) {
          case 0 -> new RunStarted(1, "evening", "plan", List.of(), "candidate");
          case 1 -> new RunFinished(1, "done", Map.of("p99/redirect", 3.0), "{}");
          case 2 ->
              new FaultStarted("store-slow", 1, chance.nextBoolean() ? "script" : "candidate");
          case 3 -> new FaultStopped("store-slow", "candidate");
          case 4 -> new SystemReset("candidate");
          case 5 -> new Paused("phone", "candidate");
          case 6, 7 -> new Resumed("candidate");
          case 8 -> new ActionTaken("flush", Map.of(), "Flushed.", "candidate");
          case 9 -> new NoteTaken("Grace", "Hm.");
          case 10 -> new HintGiven(name, 1 + chance.nextInt(4));
          default -> new SessionEvent.Recovered(2);
        };
    stage.happens(event);
    if (event instanceof Paused) {
      stage.waits(1).happens(new Resumed("candidate"));
    }
  }

  private static String steer(RandomGenerator chance) {
    return List.of("hold", "release", "skip", "ask", "edit", "sing").get(chance.nextInt(6));
  }

  private static Map<String, Double> readings(RandomGenerator chance) {
    Map<String, Double> readings = new HashMap<>();
    readings.put("rate/redirect", 200.0);
    readings.put("p99/redirect", chance.nextBoolean() ? 9.0 : 214.0);
    return readings;
  }
}
