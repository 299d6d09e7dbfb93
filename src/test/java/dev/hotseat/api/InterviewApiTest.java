package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A session from opening to erasure, as a client sees it.
class InterviewApiTest {
  private static final Server SERVER = Server.shared();

  @Test
  void opensWithEverythingAClientNeeds() {
    Answer answer =
        SERVER
            .call("POST", "/api/sessions")
            .json(
                "{\"scenario\":\"url-shortener\",\"mode\":\"interview\",\"seed\":7,"
                    + "\"timeMultiplier\":1.5,\"candidate\":\"Ada\"}")
            .send();
    JsonNode session = answer.json();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location"))
        .isEqualTo("/api/sessions/" + session.get("id").asString());
    assertThat(session.get("seed").asLong()).isEqualTo(7);
    assertThat(session.get("mode").asString()).isEqualTo("interview");
    assertThat(session.get("candidate").asString()).isEqualTo("Ada");
    assertThat(session.get("clock").get("timeMultiplier").asDouble()).isEqualTo(1.5);
    assertThat(session.get("question").get("text").asString()).isNotBlank();
    assertThat(session.get("objectives").get(0).propertyNames()).contains("name", "target", "met");
    assertThat(session.get("liveUrl").asString()).startsWith(SERVER.origin() + "/live/");
    assertThat(session.get("joinLinks").get("candidate").asString())
        .isEqualTo(SERVER.origin() + "/join/" + session.get("tokens").get("candidate").asString());
  }

  @Test
  void answersWhatIsSaid() {
    Opened session = SERVER.open("practice");

    JsonNode turns =
        session
            .as("candidate", "POST", "/answers")
            .json("{\"text\":\"What is the read to write ratio?\"}")
            .send()
            .json()
            .get("turns");

    assertThat(turns.valueStream().map(each -> each.get("from").asString()))
        .contains("candidate", "interviewer");
    JsonNode all = session.as("candidate", "GET", "/transcript").send().json().get("turns");
    long last = all.get(all.size() - 1).get("seq").asLong();
    assertThat(all.size()).isGreaterThan(turns.size());
    assertThat(
            session.as("candidate", "GET", "/transcript?after=" + last).send().json().get("turns"))
        .isEmpty();
  }

  @Test
  void takesWordsAsATerminalSendsThem() {
    Opened session = SERVER.open("practice");

    Answer plain =
        session
            .as("candidate", "POST", "/answers")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("50 % of it & more = cached".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .send();
    Answer encoded =
        session
            .as("candidate", "POST", "/answers")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("text=a+b%26c".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .send();

    assertThat(words(plain)).isEqualTo("50 % of it & more = cached");
    assertThat(words(encoded)).isEqualTo("a b&c");
  }

  private static String words(Answer answer) {
    return answer
        .json()
        .get("turns")
        .valueStream()
        .filter(turn -> turn.get("from").asString().equals("candidate"))
        .findFirst()
        .orElseThrow()
        .get("text")
        .asString();
  }

  @Test
  void changesTheDesignAndKeepsTheReason() {
    Opened session = SERVER.open("practice");

    Answer changed =
        session
            .as("candidate", "PATCH", "/levers")
            .text("cache=local cache-size=500 because reads repeat themselves")
            .send();

    assertThat(changed.status()).isEqualTo(200);
    assertThat(value(changed, "cache")).isEqualTo("local");
    assertThat(value(changed, "cache-size")).isEqualTo("500");
    assertThat(session.as("interviewer", "GET", "/replay").send().body())
        .contains("reads repeat themselves");
    assertThat(value(session.as("candidate", "POST", "/reset").send(), session, "cache"))
        .isEqualTo("off");
  }

  private static String value(Answer levers, String name) {
    return levers
        .json()
        .get("levers")
        .valueStream()
        .filter(lever -> lever.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow()
        .get("value")
        .asString();
  }

  private static String value(Answer done, Opened session, String name) {
    assertThat(done.status()).isEqualTo(200);
    return value(session.as("candidate", "GET", "/levers").send(), name);
  }

  @Test
  void pausesResumesAndEnds() {
    Opened session = SERVER.open("practice");

    assertThat(state(session.as("candidate", "POST", "/pause").text("the door bell").send()))
        .isEqualTo("paused");
    assertThat(state(session.as("candidate", "POST", "/resume").send())).isEqualTo("running");
    assertThat(session.as("candidate", "GET", "/report").send().status()).isEqualTo(409);
    assertThat(state(session.as("candidate", "POST", "/end").send())).isEqualTo("ended");
    assertThat(session.as("candidate", "GET", "/report").send().status()).isEqualTo(200);
    Answer late = session.as("candidate", "POST", "/answers").text("one more thing").send();
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("type").asString()).isEqualTo("/problems#session-ended");
  }

  private static String state(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().get("state").asString();
  }

  @Test
  void keepsTheCandidateFromStoppingAnInterviewersClock() {
    Opened session = SERVER.open("interview");

    assertThat(session.as("candidate", "POST", "/pause").send().status()).isEqualTo(403);
    assertThat(session.as("interviewer", "POST", "/pause").send().status()).isEqualTo(200);
  }

  @Test
  void takesWhoeverPractisesAloneForTheCandidate() {
    Opened session = SERVER.open("practice");

    SERVER.call("PATCH", session.path() + "/levers").text("cache=local because").send();

    assertThat(session.as("interviewer", "GET", "/replay").send().body())
        .containsPattern("levers-changed[^}]*}[^}]*}[^}]*\"by\":\"candidate\"");
  }

  @Test
  void erasesEverything() {
    Opened session = SERVER.open("practice");

    assertThat(session.as("interviewer", "DELETE", "").send().status()).isEqualTo(403);
    assertThat(session.as("candidate", "DELETE", "").send().status()).isEqualTo(204);
    assertThat(session.as("candidate", "GET", "").send().status()).isEqualTo(401);
    assertThat(SERVER.call("GET", session.path()).send().status()).isEqualTo(404);
    assertThat(SERVER.call("GET", session.liveUrl() + "/x").send().status()).isEqualTo(404);
  }

  @Test
  void letsTheInterviewerBreakThings() {
    Opened session = SERVER.open("interview");

    Answer refused =
        session.as("interviewer", "POST", "/faults").json("{\"fault\":\"store-slow\"}").send();
    Answer forced =
        session
            .as("interviewer", "POST", "/faults")
            .json("{\"fault\":\"store-slow\",\"intensity\":50,\"force\":true}")
            .send();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("type").asString()).isEqualTo("/problems#not-healthy-yet");
    assertThat(forced.status()).isEqualTo(200);
    assertThat(active(forced)).isTrue();
    assertThat(active(session.as("candidate", "GET", "/faults").send()))
        .as("what the interviewer broke is the candidate's to find")
        .isFalse();
    assertThat(session.as("candidate", "GET", "").send().json().get("faults")).isEmpty();
    assertThat(session.as("candidate", "GET", "/export").send().body())
        .doesNotContain("fault-started");
    assertThat(active(session.as("interviewer", "DELETE", "/faults/store-slow").send())).isFalse();
  }

  private static boolean active(Answer faults) {
    return faults
        .json()
        .get("faults")
        .valueStream()
        .filter(fault -> fault.get("name").asString().equals("store-slow"))
        .anyMatch(fault -> fault.get("active").asBoolean());
  }

  @Test
  void keepsTheInterviewersNotesFromTheCandidateUntilTheEnd() {
    Opened session = SERVER.open("interview");
    String note = "canary-7391 draws boxes first";

    Answer taken = session.as("interviewer", "POST", "/notes").text(note).send();

    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().get("text").asString()).isEqualTo(note);
    assertThat(session.as("candidate", "GET", "/export").send().body())
        .doesNotContain("canary-7391");
    assertThat(session.as("interviewer", "GET", "/export").send().body()).contains("canary-7391");
  }

  @Test
  void hearsForAuthorsAndLintsTheirFolder() {
    JsonNode lint = SERVER.call("POST", "/api/scenarios/url-shortener/lint").send().json();
    Answer heard =
        SERVER
            .call("POST", "/api/scenarios/url-shortener/hear")
            .json(
                "{\"question\":\"keys\",\"text\":\"I would retry on collision because two links"
                    + " may draw one code.\"}")
            .send();
    Answer unknown =
        SERVER
            .call("POST", "/api/scenarios/url-shortener/hear")
            .json("{\"question\":\"nothing\",\"text\":\"x\"}")
            .send();

    assertThat(lint.get("playable").asBoolean()).isTrue();
    assertThat(lint.get("problems").isArray()).isTrue();
    assertThat(heard.json().get("mentions")).isNotEmpty();
    assertThat(heard.json().get("mentions").get(0).get("words").asString()).isNotBlank();
    assertThat(unknown.status()).isEqualTo(422);
  }

  @Test
  void tellsPrometheusHowItIs() {
    Opened session = SERVER.open("practice");

    Answer own = SERVER.call("GET", "/prometheus").send();
    Answer live = session.as("candidate", "GET", "/prometheus").send();

    assertThat(own.type()).startsWith("text/plain; version=0.0.4");
    assertThat(own.body()).contains("jvm_memory_used_bytes", "http_server_requests");
    assertThat(live.status()).isEqualTo(200);
    assertThat(live.body()).contains("# TYPE");
    assertThat(SERVER.call("GET", "/health").send().json().get("status").asString())
        .isEqualTo("UP");
  }
}
