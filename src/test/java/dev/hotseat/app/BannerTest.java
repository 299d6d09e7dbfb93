package dev.hotseat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.api.access.HostKey;
import dev.hotseat.api.access.Premises;
import dev.hotseat.scenario.Problem;
import dev.hotseat.scenario.Problem.Severity;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BannerTest {
  private static final String ORIGIN = "http://127.0.0.1:8080";

  private static String text(String host, String key, List<Found> found) {
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of("micronaut.server.host", host, "hotseat.host-key", key, "hotseat.data", "x"))) {
      return new Banner(
              new Scenarios(Path.of("nowhere"), List.of()),
              new Folders(Path.of("journals"), Path.of("folders")),
              context.getBean(Premises.class),
              context.getBean(HostKey.class))
          .text(ORIGIN, found);
    }
  }

  @Test
  void saysWhereItIsAndHowToBegin() {
    String text = text("127.0.0.1", "", List.of());

    assertThat(text)
        .contains("Hotseat listens at " + ORIGIN, "journals", "folders", "no scenario found")
        .contains("curl -s '" + ORIGIN + "/api/sessions?format=text' -d url-shortener")
        .doesNotContain("host key", "Bearer");
  }

  @Test
  void saysWhatIsWrongWithABrokenScenario() {
    List<Problem> problems =
        IntStream.rangeClosed(1, 7)
            .mapToObj(line ->
                new Problem(
                    "interview.yaml", line, 3, Severity.ERROR, "unknown lever", "", "cache"))
            .toList();

    String text = text("127.0.0.1", "", List.of(new Found.Broken("shop", problems)));

    assertThat(text)
        .contains(
            "shop: not playable, 7 errors",
            "interview.yaml:1:3: error: unknown lever",
            "and 2 more")
        .doesNotContain("interview.yaml:6");
  }

  @Test
  void printsTheKeyItDrewWhereOthersCanReachIt() {
    String text = text("0.0.0.0", "", List.of());

    assertThat(text).containsPattern("host key, drawn for this start: [0-9a-f]{48}");
    assertThat(text).contains("Bearer $HOTSEAT_HOST_KEY");
  }

  @Test
  void keepsAConfiguredKeyToItself() {
    String text = text("0.0.0.0", "my-own-key", List.of());

    assertThat(text).contains("as set in HOTSEAT_HOST_KEY").doesNotContain("my-own-key");
  }
}
