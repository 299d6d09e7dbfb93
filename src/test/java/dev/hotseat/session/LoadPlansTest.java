package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.event.Prediction;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Stage;
import dev.hotseat.testing.Kiosk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadPlansTest {
  private final LoadPlans plans = new LoadPlans(Rig.play(), new Kiosk().design());

  @Test
  void squeezeAProfileIntoLessTime() {
    Profile profile = plans.profile(new RunRequest("calm", null, 2.0, null, null, null));

    assertThat(profile.loop())
        .isEqualTo(
            new Loop.Open(Loop.Spacing.EVEN, List.of(Stage.hold(200, Duration.ofSeconds(2)))));
    assertThat(profile.name()).isEqualTo("calm");
  }

  @Test
  void sendEverythingEvenlyWhereNoMixIsGiven() {
    Profile profile = plans.profile(new RunRequest(null, 2_000.0, 30.0, null, null, null));

    assertThat(profile.name()).isEqualTo("own");
    assertThat(profile.mix()).extracting("traffic").containsExactly("reading");
    assertThat(LoadPlans.line(profile)).isEqualTo("2,000/s for 30 s, open, poisson");
  }

  @Test
  void knowClosedLoops() {
    Profile profile = plans.profile(new RunRequest(null, 100.0, 1.5, null, "closed", null));

    assertThat(LoadPlans.line(profile)).isEqualTo("100 clients thinking 1000 ms for 1.5 s, closed");
  }

  @Test
  void sayWhichFieldIsWrong() {
    assertWrong("profile", new RunRequest("calmer", null, null, null, null, null));
    assertWrong("ratePerSecond", new RunRequest(null, null, 1.0, null, null, null));
    assertWrong("durationSeconds", new RunRequest(null, 1.0, 0.001, null, null, null));
    assertWrong("mix", new RunRequest(null, 1.0, 1.0, Map.of("writing", 1.0), null, null));
    assertWrong("mix.reading", new RunRequest(null, 1.0, 1.0, Map.of("reading", -1.0), null, null));
    assertWrong("loop", new RunRequest(null, 1.0, 1.0, null, "round", null));
  }

  private void assertWrong(String field, RunRequest request) {
    assertThatThrownBy(() -> plans.profile(request))
        .isInstanceOfSatisfying(
            SessionRefusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }

  @Test
  void completePredictionsWithTheUnitOfTheirMeasure() {
    assertThat(plans.predictions(List.of(new Prediction("p99/reading@eu", 20, ""))))
        .containsExactly(new Prediction("p99/reading@eu", 20, "ms"));
  }

  @Test
  void refuseAPredictionThatNoRunCouldMeasure() {
    for (String metric :
        List.of("fast", "p99/raeding", "p98/reading", "p99/", "/reading", "goodput/reading")) {
      assertThatThrownBy(() -> plans.predictions(List.of(new Prediction(metric, 1, "ms"))))
          .as(metric)
          .isInstanceOfSatisfying(
              SessionRefusal.class,
              refusal -> assertThat(refusal.field()).isEqualTo("predictions.metric"));
    }
    assertThat(
            plans.predictions(
                List.of(
                    new Prediction("goodput/run", 1, ""), new Prediction("why/pool-wait", 1, ""))))
        .hasSize(2);
  }
}
