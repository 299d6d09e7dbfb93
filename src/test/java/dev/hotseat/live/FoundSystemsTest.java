package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.testing.Kiosk;
import dev.hotseat.world.World;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoundSystemsTest {
  private final Kiosk kiosk = new Kiosk();

  @Test
  void areFoundByInjection() {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .properties(Map.of("hotseat.system.calls-in-flight", 77))
            .singletons(kiosk)
            .start()) {
      assertThat(context.getBean(LiveSystems.class).names()).contains(Kiosk.NAME);
      assertThat(context.getBean(SystemLimits.class))
          .isEqualTo(new SystemLimits(77, 2_000, 10_000, 200_000_000L, 100));
    }
  }

  @Test
  void haveTheUsualLimitsUnlessConfigured() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(SystemLimits.class)).isEqualTo(SystemLimits.USUAL);
    }
  }

  @Test
  void showDesignsAndRefuseUnknownNames() {
    LiveSystems systems = LiveSystems.of(List.of(kiosk), SystemLimits.USUAL);

    assertThat(systems.design(Kiosk.NAME)).hasValue(kiosk.design());
    assertThat(systems.design("nonesuch")).isEmpty();
    assertThatThrownBy(() ->
            systems.build("nonesuch", World.real(1), LeverValues.initial(kiosk.design().levers())))
        .hasMessageContaining(Kiosk.NAME);
  }
}
