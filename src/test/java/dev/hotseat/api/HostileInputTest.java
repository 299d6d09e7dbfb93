package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Whatever is sent, the answer is a problem that says what was wrong, and nothing of our inside.
class HostileInputTest {
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = SERVER.open("practice");
  private static final List<String> INSIDE =
      List.of(
          "Exception",
          "java.",
          "dev.hotseat",
          "io.micronaut",
          "netty",
          "jackson",
          "\tat ",
          "org.h2");

  private static JsonNode problem(Answer answer, int status, String slug) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.get("type").asString()).isEqualTo("/problems#" + slug);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain(INSIDE);
    return problem;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST|/answers|{}|422|invalid-fields|text",
        "POST|/answers|{\"text\":\"  \"}|422|invalid-fields|text",
        "POST|/answers|{\"text\":5}|422|invalid-fields|text",
        "POST|/answers|{\"value\":\"eight\"}|422|invalid-fields|value",
        "POST|/answers|{\"text\":\"x\",\"txet\":\"y\"}|422|invalid-fields|txet",
        "POST|/answers|{\"text\":|400|malformed-json|",
        "POST|/answers|[1]|422|invalid-fields|",
        "PATCH|/levers|{}|422|invalid-fields|values",
        "PATCH|/levers|{\"values\":{\"cash\":\"local\"}}|422|invalid-fields|values.cash",
        "PATCH|/levers|{\"values\":{\"cache\":\"lokal\"}}|422|invalid-fields|values.cache",
        "PATCH|/levers|{\"values\":{\"pool-size\":-1}}|422|invalid-fields|values.pool-size",
        "PATCH|/levers|{\"values\":{\"cache\":[]}}|422|invalid-fields|values.cache",
        "PATCH|/levers|{\"values\":\"cache\"}|422|invalid-fields|values",
        "POST|/load|{}|422|invalid-fields|profile",
        "POST|/load|{\"profile\":\"evning\"}|422|invalid-fields|profile",
        "POST|/load|{\"ratePerSecond\":-5,\"durationSeconds\":1}|422|invalid-fields|ratePerSecond",
        "POST|/load|{\"ratePerSecond\":1e309,\"durationSeconds\":1}|422|invalid-fields|ratePerSecond",
        "POST|/load|{\"ratePerSecond\":900000,\"durationSeconds\":1}|422|invalid-fields|ratePerSecond",
        "POST|/load|{\"ratePerSecond\":10,\"durationSeconds\":1e9}|422|invalid-fields|durationSeconds",
        "POST|/load|{\"ratePerSecond\":10,\"durationSeconds\":1,\"mix\":{\"nothing\":1}}|422|invalid-fields|mix",
        "POST|/load|{\"ratePerSecond\":10,\"durationSeconds\":1,\"loop\":\"round\"}|422|invalid-fields|loop",
        "POST|/load|{\"profile\":\"quiet\",\"predictions\":[{\"metric\":\"p99/redirect\"}]}|422|invalid-fields|predictions[0].value",
        "POST|/load|{\"profile\":\"quiet\",\"predictions\":[{\"metric\":\"p99/redrict\",\"value\":1}]}|422|invalid-fields|predictions.metric",
        "POST|/sql|{\"sql\":\"drop table links\"}|422|sql-refused|sql",
        "POST|/sql|{\"sql\":\"select * from nowhere\"}|422|sql-refused|sql",
        "POST|/sql|{\"sql\":\"select 1; select 2\"}|422|sql-refused|sql",
        "POST|/sql|{}|422|invalid-fields|sql",
        "POST|/faults|{\"fault\":\"nothing\"}|422|invalid-fields|fault",
        "POST|/faults|{\"fault\":\"store-slow\",\"intensity\":1e8}|422|invalid-fields|intensity",
        "POST|/actions|{\"action\":\"nothing\"}|422|invalid-fields|action",
      })
  void namesTheFieldAtFault(
      String method, String path, String body, int status, String slug, String field) {
    Answer answer = SESSION.as("candidate", method, path).json(body).send();

    JsonNode problem = problem(answer, status, slug);
    if (field != null) {
      assertThat(problem.get("errors").valueStream().map(each -> each.get("field").asString()))
          .contains(field);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/metrics?seconds=0,?seconds",
    "/metrics?seconds=x,?seconds",
    "/traces?limit=501,?limit",
    "/traces?failed=maybe,?failed",
    "/traces?order=fastest,?order",
    "/traces?minMillis=-1,?minMillis",
    "/logs?cursor=abc,?cursor",
    "/logs?level=LOUD,?level",
    "/logs?limit=0,?limit",
    "/runs/one,n",
    "/runs/1/compare/x,b",
    "/transcript?after=x,?after",
    "/events?after=-1,Last-Event-ID",
  })
  void namesTheParameterAtFault(String path, String field) {
    JsonNode problem = problem(SESSION.as("candidate", "GET", path).send(), 422, "invalid-fields");

    assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/nothing,404,no-such-path",
    "GET,/api/scenarios/nothing,404,no-such-scenario",
    "GET,/api/scenarios/..%2f..%2fetc,404,no-such-scenario",
    "DELETE,/api/scenarios,405,method-not-allowed",
    "GET,/api/sessions/nothing,404,no-such-session",
    "PUT,/api/sessions,405,method-not-allowed",
    "GET,/assets/own/..%2f..%2fapplication.yml,404,no-such-path",
    "GET,/assets/swagger-ui/..%2f..%2f..%2f..%2fapplication.yml,404,no-such-path",
  })
  void saysWhatIsNotThere(String method, String path, int status, String slug) {
    problem(SERVER.call(method, path).send(), status, slug);
  }

  @Test
  void saysWhatIsThereOnTheWayToWhatIsNot() {
    JsonNode problem =
        problem(SESSION.as("candidate", "POST", "/actions/cancel").send(), 404, "no-such-path");

    assertThat(problem.get("detail").asString()).endsWith("/actions is there: GET, POST.");
    assertThat(
            problem(SERVER.call("GET", "/nothing/at/all").send(), 404, "no-such-path")
                .get("detail")
                .asString())
        .isEqualTo("There is nothing at /nothing/at/all.");
  }

  @Test
  void saysAtATerminalOnceWhatIsWrong() {
    String text =
        SESSION
            .as("candidate", "PATCH", "/levers?format=text")
            .json("{\"values\":{\"nothing\":\"on\"}}")
            .send()
            .body();

    assertThat(text.split("nothing: expected", -1)).hasSize(2);
  }

  @Test
  void refusesFormatsItDoesNotSpeak() {
    problem(
        SERVER
            .call("POST", "/api/sessions")
            .header("Content-Type", "application/xml")
            .bytes("<a/>".getBytes(StandardCharsets.UTF_8))
            .send(),
        415,
        "unsupported-media-type");
    problem(
        SERVER.call("GET", "/api/scenarios").header("Accept", "image/png").send(),
        406,
        "not-acceptable");
  }

  @Test
  void refusesWhatIsTooLarge() {
    byte[] large = new byte[2_000_000];
    java.util.Arrays.fill(large, (byte) 'a');

    problem(
        SESSION
            .as("candidate", "POST", "/answers")
            .header("Content-Type", "text/plain")
            .bytes(large)
            .send(),
        413,
        "too-large");
    problem(
        SESSION.as("candidate", "POST", "/answers").text("a".repeat(8_001)).send(),
        422,
        "invalid-fields");
    assertThat(SERVER.call("GET", "/" + "a".repeat(9_000)).send().status()).isIn(413, 414);
    assertThat(SERVER.call("GET", "/health").header("X-Large", "a".repeat(20_000)).send().status())
        .isIn(413, 431);
  }

  @Test
  void refusesABodyThatIsNotCompressedAsItSays() {
    problem(
        SESSION
            .as("candidate", "POST", "/answers")
            .header("Content-Encoding", "gzip")
            .json("{\"text\":\"x\"}")
            .send(),
        400,
        "bad-request");
  }

  @Test
  void turnsAwayAPageOfAnotherSiteThatWantsToRead() {
    problem(
        SERVER.call("GET", "/api/scenarios").header("Origin", "http://evil.example").send(),
        403,
        "cross-site");
  }

  @Test
  void changesNothingWhenItRefuses() {
    String before = SESSION.as("candidate", "GET", "/levers").send().body();

    SESSION
        .as("candidate", "PATCH", "/levers")
        .json("{\"values\":{\"cache\":\"local\",\"pool-size\":\"many\"}}")
        .send();

    assertThat(SESSION.as("candidate", "GET", "/levers").send().body()).isEqualTo(before);
  }

  @Test
  void tellsATerminalInText() {
    Answer answer =
        SESSION.as("candidate", "PATCH", "/levers?format=text").text("cache=lokal").send();

    assertThat(answer.type()).startsWith("text/plain");
    assertThat(answer.body())
        .startsWith("422 Some fields are not right\n")
        .contains("values.cache: expected one of off, local, got lokal");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /health HTTP/1.1\\r\\nHost: evil.example\\r\\n\\r\\n,421",
    "GET /health HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nX-A: a\\001b\\r\\n\\r\\n,400",
    "GET /health HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nX A: b\\r\\n\\r\\n,400",
    "GET /he\\000alth HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n,400",
    "GET /%zz HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n,400",
    "POST /api/sessions HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Length: x\\r\\n\\r\\n,400",
    "nonsense\\r\\n\\r\\n,400",
  })
  void survivesBrokenRequests(String request, int status) throws IOException {
    String answer = raw(request.translateEscapes());

    assertThat(answer).startsWith("HTTP/1.");
    assertThat(Integer.parseInt(answer.substring(9, 12))).as(answer).isBetween(400, 499);
    if (status == 421) {
      assertThat(answer).startsWith("HTTP/1.1 421");
    }
    assertThat(answer).doesNotContain(INSIDE);
    assertThat(SERVER.call("GET", "/health").send().status()).isEqualTo(200);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.UTF_8);
    }
  }
}
