package dev.hotseat.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that matters reads well in a terminal of 100 columns.
class TerminalTest {
  private static final int COLUMNS = 100;
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = SERVER.open("practice");

  @BeforeAll
  static void useTheSystem() {
    SESSION.as("candidate", "POST", "/answers").text("What is the read to write ratio?").send();
    for (String profile : List.of("quiet", "quiet")) {
      SESSION
          .as("candidate", "POST", "/load")
          .text(profile + " durationSeconds=1 p99/redirect=20ms")
          .send();
      await().atMost(60, SECONDS).until(() -> !running());
    }
    SERVER.call("GET", SESSION.liveUrl() + "/nowhere").send();
  }

  private static boolean running() {
    return SESSION
        .as("candidate", "GET", "/load")
        .send()
        .json()
        .get("state")
        .asString()
        .equals("running");
  }

  private static String text(String path) {
    Answer answer = SESSION.as("candidate", "GET", path).header("Accept", "text/plain").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("text/plain; charset=utf-8");
    return answer.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/transcript",
        "/levers",
        "/load",
        "/runs",
        "/runs/1",
        "/runs/1/compare/2",
        "/metrics",
        "/traces?order=slowest",
        "/logs",
        "/faults",
        "/actions",
        "/sheets",
        "/jobs",
      })
  void keepsWithinTheColumns(String path) {
    String text = text(path);

    assertThat(text).isNotBlank().endsWith("\n");
    assertThat(text.lines())
        .allSatisfy(line ->
            assertThat(line.codePointCount(0, line.length()))
                .as(line)
                .isLessThanOrEqualTo(COLUMNS));
    assertThat(text).doesNotContain("null", "NaN", "Optional", "[]", "{}");
  }

  @Test
  void showsTheQuestionTheObjectivesAndWhatToTypeNext() {
    String text = text("");

    assertThat(text).startsWith("hotseat · url-shortener · practice").contains("left · phase 1/");
    assertThat(text).contains("objectives", "Redirects inside the home region", "< 20 ms");
    assertThat(text)
        .contains("next\n  H='" + SERVER.origin() + SESSION.path() + "'\n")
        .contains("curl -s -H \"$T\" \"$H/answers?format=text\" -d ");
    assertThat(text).doesNotContain(SESSION.token("candidate"));
  }

  @Test
  void givesARunsFiguresBesideWhatWasPredicted() {
    String text = text("/runs/1");

    assertThat(text).contains("p99/redirect", "predicted", "measured", "20 ms");
    assertThat(text).containsPattern("operation +count +failed +p50 +p99");
  }

  @Test
  void comparesTwoRuns() {
    assertThat(text("/runs/1/compare/2"))
        .startsWith("run 1 and run 2")
        .containsPattern("figure +run 1 +run 2 +ratio");
  }

  @Test
  void drawsATraceAsAWaterfall() {
    String id =
        SESSION
            .as("candidate", "GET", "/traces?limit=1")
            .send()
            .json()
            .get("traces")
            .get(0)
            .get("traceId")
            .asString();

    assertThat(text("/traces/" + id)).contains("trace " + id).contains("█");
  }

  @Test
  void showsRowsOfSql() {
    Answer answer =
        SESSION
            .as("candidate", "POST", "/sql?format=text")
            .text("select count(*) as n from links")
            .send();

    assertThat(answer.body()).contains("1 rows");
    Answer plan =
        SESSION
            .as("candidate", "POST", "/sql?format=text")
            .text("explain select * from links where code = 'x'")
            .send();
    assertThat(plan.body()).containsIgnoringCase("select").contains("LINKS");
  }

  @Test
  void opensASessionByTheNameOfItsScenario() {
    Answer opened = SERVER.call("POST", "/api/sessions?format=text").text("url-shortener").send();

    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.body())
        .contains("export T='Authorization: Bearer ", "export H='", "export L='");
  }

  @Test
  void introducesTheScenario() {
    String list = SERVER.call("GET", "/api/scenarios?format=text").send().body();
    String one = SERVER.call("GET", "/api/scenarios/url-shortener?format=text").send().body();

    assertThat(list).contains("url-shortener").contains("curl -s '" + SERVER.origin());
    assertThat(one)
        .contains("objectives", "levers", "load profiles", "how it is scored", "what is real");
    assertThat(one.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= COLUMNS);
  }

  @Test
  void offersTheActionsOfASystemThatHasNoLevers() {
    Opened night = SERVER.open("p99-incident", "practice");
    String page = night.as("candidate", "GET", "").header("Accept", "text/plain").send().body();

    assertThat(page).contains("$H/actions?", "$H/sheets?").doesNotContain("$H/levers");
    assertThat(text("")).contains("$H/levers?").doesNotContain("$H/actions?", "$H/sheets?");
  }
}
