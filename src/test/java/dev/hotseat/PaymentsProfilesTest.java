package dev.hotseat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.RunResult;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.NamedProfile;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.world.World;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every load profile of the payments scenario plays, against the design a session begins with.
@MicronautTest(startApplication = false)
class PaymentsProfilesTest {
  private static final Duration GLIMPSE = Duration.ofMillis(300);

  @Inject Scenarios scenarios;
  @Inject LiveSystems systems;

  @TestFactory
  Stream<DynamicTest> sendCallsThatAreAnswered() {
    Scenario scenario =
        scenarios.all().stream()
            .flatMap(found ->
                found instanceof Scenarios.Found.Sound(Scenario sound, _)
                    ? Stream.of(sound)
                    : Stream.empty())
            .filter(each -> each.name().equals("idempotent-payments"))
            .findFirst()
            .orElseThrow();
    return scenario.profiles().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> play(scenario, each)));
  }

  private void play(Scenario scenario, NamedProfile profile) throws InterruptedException {
    World world = World.real(11);
    LeverValues levers =
        LeverValues.initial(systems.design(scenario.system()).orElseThrow().levers())
            .with(scenario.startLevers());
    try (LiveSystem system = systems.build(scenario.system(), world, levers);
        Generator generator = new Generator(world, LoadLimits.USUAL)) {
      RunResult result =
          generator.start(profile.plan().lasting(GLIMPSE), system, system::traffic).await();

      assertThat(result.offered()).isPositive();
      assertThat(result.statuses()).isNotEmpty();
      assertThat(result.failed()).doesNotContainKey("broken");
      assertThat(result.operations())
          .extracting(RunResult.Operation::name)
          .containsExactlyElementsOf(profile.plan().operations());
    }
  }
}
