package dev.hotseat.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A workshop leader lists, plays, watches and stops demonstrations.
class DemonstrationsApiTest {
  private static final int COLUMNS = 100;
  private static final String PATH = "/api/demonstrations";
  private static final Server SERVER = Server.shared();

  private final List<String> playing = new ArrayList<>();

  @AfterEach
  void stopWhatStillPlays() {
    playing.forEach(each -> SERVER.call("DELETE", each).send());
  }

  private Answer play(String body) {
    Answer answer = SERVER.call("POST", PATH).json(body).send();
    if (answer.status() == 202) {
      playing.add(answer.header("Location"));
    }
    return answer;
  }

  private Answer stampede() {
    return play("{\"demonstration\":\"stampede\",\"seed\":7}");
  }

  private static JsonNode over(String location) {
    await()
        .atMost(120, SECONDS)
        .until(() ->
            !SERVER.call("GET", location).send().json().get("state").asString().equals("playing"));
    return SERVER.call("GET", location).send().json();
  }

  @Test
  void listsWhatCanBePlayedAndWhatItTeaches() {
    JsonNode list = SERVER.call("GET", PATH).send().json().get("demonstrations");

    assertThat(list.valueStream())
        .anySatisfy(each -> {
          assertThat(each.get("name").asString()).isEqualTo("stampede");
          assertThat(each.get("scenario").asString()).isEqualTo("url-shortener");
          assertThat(each.get("teaches").asString()).isNotBlank();
          assertThat(each.get("seconds").asDouble()).isPositive();
        });
    String text = SERVER.call("GET", PATH + "?format=text").send().body();
    assertThat(text).contains("stampede", "curl -s ").satisfies(DemonstrationsApiTest::fits);
  }

  @Test
  void keepsTheAnswerUntilItIsOver() {
    Answer started = stampede();

    assertThat(started.status()).as(started.body()).isEqualTo(202);
    JsonNode playing = started.json();
    assertThat(playing.get("state").asString()).isEqualTo("playing");
    assertThat(playing.get("seed").asLong()).isEqualTo(7);
    assertThat(playing.get("ask").get("choices").size()).isGreaterThan(1);
    assertThat(playing.get("ask").path("right").isString()).isFalse();
    assertThat(playing.path("explanation").isString()).isFalse();

    JsonNode over = over(started.header("Location"));
    assertThat(over.get("state").asString()).isEqualTo("finished");
    assertThat(over.get("ask").get("right").asString()).isEqualTo("arrivals");
    assertThat(over.get("explanation").asString()).isNotBlank();
    assertThat(over.get("without").get("offered").asLong())
        .isPositive()
        .isEqualTo(over.get("with").get("offered").asLong());
    assertThat(over.get("watch").valueStream())
        .allSatisfy(each -> assertThat(each.get("withSeries").size()).isPositive());
  }

  @Test
  void showsBothSidesBesideEachOtherInATerminal() {
    Answer started = SERVER.call("POST", PATH + "?format=text").text("unseen-visits seed=3").send();
    playing.add(started.header("Location"));

    assertThat(started.status()).isEqualTo(202);
    over(started.header("Location"));
    String text = SERVER.call("GET", started.header("Location") + "?format=text").send().body();
    assertThat(text)
        .contains("redirect=301", "redirect=302", "ask the room", "✓", "what happened")
        .containsPattern("measured +without +with +apart")
        .satisfies(DemonstrationsApiTest::fits);
  }

  private static void fits(String text) {
    assertThat(text.lines())
        .allMatch(line -> line.codePointCount(0, line.length()) <= COLUMNS)
        .noneMatch(line -> line.contains("null") || line.contains("NaN"));
  }

  @Test
  void stopsWhenToldTo() {
    String location = stampede().header("Location");

    JsonNode stopped = SERVER.call("DELETE", location).send().json();

    assertThat(stopped.get("state").asString()).isEqualTo("stopped");
    assertThat(stopped.get("watch").get(0).path("appeared").isBoolean()).isFalse();
    assertThat(SERVER.call("DELETE", location).send().json().get("state").asString())
        .isEqualTo("stopped");
    assertThat(Thread.getAllStackTraces().keySet())
        .as("nobody sends calls any more")
        .extracting(Thread::getName)
        .doesNotContain("pacer/famous", "pacer/warm-up");
  }

  @Test
  void playsAFewAtOnceAndNoMore() {
    List<Answer> answers = List.of(stampede(), stampede(), stampede());

    assertThat(answers).map(Answer::status).containsExactly(202, 202, 429);
    assertThat(answers.getLast().json().get("type").asString())
        .isEqualTo("/problems#demonstrations-full");
    SERVER.call("DELETE", answers.getFirst().header("Location")).send();
    assertThat(stampede().status()).isEqualTo(202);
  }

  @Test
  void namesWhatThereIsForWhoMisspeltIt() {
    Answer misspelt = play("{\"demonstration\":\"stampeed\"}");

    assertThat(misspelt.status()).isEqualTo(422);
    assertThat(misspelt.json().get("errors").get(0).get("expected").asString())
        .contains("url-shortener/stampede");
    assertThat(SERVER.call("GET", PATH + "/d0123").send().status()).isEqualTo(404);
  }
}
