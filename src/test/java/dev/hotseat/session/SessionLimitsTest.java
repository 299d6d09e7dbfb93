package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {
  @Test
  void haveTheUsualValuesUnlessConfigured() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(SessionLimits.class)).isEqualTo(SessionLimits.USUAL);
    }
  }

  @Test
  void canAllBeConfigured() {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.ofEntries(
                Map.entry("hotseat.session.open-max", 1),
                Map.entry("hotseat.session.opens-per-minute", 2),
                Map.entry("hotseat.session.answer-chars-max", 300),
                Map.entry("hotseat.session.arrivals-per-second-max", 4),
                Map.entry("hotseat.session.run-max", "5s"),
                Map.entry("hotseat.session.idle-max", "6s"),
                Map.entry("hotseat.session.retention", "7s"),
                Map.entry("hotseat.session.sweep-every", "8s"),
                Map.entry("hotseat.session.lag-max", 90),
                Map.entry("hotseat.session.looks-per-minute", 10),
                Map.entry("hotseat.session.clock-speed", 11),
                Map.entry("hotseat.session.clock-speed-max", 12),
                Map.entry("hotseat.session.late-max", "13ms")))) {
      assertThat(context.getBean(SessionLimits.class))
          .isEqualTo(
              new SessionLimits(
                  1,
                  2,
                  300,
                  4,
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(6),
                  Duration.ofSeconds(7),
                  Duration.ofSeconds(8),
                  90,
                  10,
                  11,
                  12,
                  Duration.ofMillis(13)));
    }
  }
}
