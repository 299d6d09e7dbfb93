package dev.hotseat.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = SERVER.open("practice");
  private static final String LIVE = SESSION.liveUrl();

  private static Answer create(String url) {
    return SERVER.call("POST", LIVE + "/links").json("{\"url\":\"" + url + "\"}").send();
  }

  private static String code() {
    return create("https://www.example.com/somewhere").json().get("code").asString();
  }

  @Test
  void needsNoToken() {
    Answer created = create("https://www.example.com/a");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.type()).isEqualTo("application/json");
    assertThat(created.header("Server-Timing")).matches("app;dur=\\d+\\.\\d{3}");
  }

  @Test
  void leadsBackToWhereTheClientSeesTheSystem() {
    Answer created = create("https://www.example.com/b");
    URI location = URI.create(LIVE + "/links").resolve(created.header("Location"));

    assertThat(location.toString()).startsWith(LIVE + "/");
    assertThat(SERVER.call("GET", location.toString()).send().status()).isEqualTo(200);
    String shortUrl = created.json().get("shortUrl").asString();
    assertThat(shortUrl).startsWith(LIVE + "/");
    assertThat(SERVER.call("GET", shortUrl).send().header("Location"))
        .isEqualTo("https://www.example.com/b");
  }

  @Test
  void saysWhyACallWasRefused() {
    Answer refused = SERVER.call("GET", LIVE + "/nowhere").send();

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.header("X-Hotseat-Why")).isEqualTo("not-found");
    assertThat(refused.json().get("why").asString()).isEqualTo("not-found");
    assertThat(refused.json().get("traceId").asString())
        .isEqualTo(refused.header("X-Trace-Id"))
        .matches("[0-9a-f]{32}");
    String trace = refused.header("X-Trace-Id");
    assertThat(SESSION.as("candidate", "GET", "/traces/" + trace).send().status()).isEqualTo(200);
  }

  @Test
  void takesUpTheTraceOfItsCaller() {
    String trace = "0af7651916cd43dd8448eb211c80319c";

    Answer refused =
        SERVER
            .call("GET", LIVE + "/nowhere")
            .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
            .send();

    assertThat(refused.header("X-Trace-Id")).isEqualTo(trace);
  }

  @Test
  void answersHeadLikeGetWithoutTheBody() {
    String path = LIVE + "/links/" + code();
    Answer whole = SERVER.call("GET", path).send();
    Answer head = SERVER.call("HEAD", path).send();

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
  }

  @Test
  void refusesWhatIsTooLargeOrWronglyWritten() {
    Answer large = SERVER.call("POST", LIVE + "/links").bytes(new byte[100_000]).send();

    assertThat(large.status()).isEqualTo(413);
    assertThat(large.json().get("type").asString()).endsWith("too-large");
    assertThat(SERVER.call("GET", SERVER.origin() + "/live/nothing/x").send().status())
        .isEqualTo(404);
    assertThat(SERVER.call("GET", SERVER.origin() + "/live/").send().status()).isEqualTo(404);
  }

  @Test
  void endsWithItsSession() {
    Opened brief = SERVER.open("practice");
    brief.as("candidate", "POST", "/end").send();

    assertThat(SERVER.call("GET", brief.liveUrl() + "/abc").send().status()).isIn(404, 410);
  }

  @Test
  void answersInTheOrderOfTheQuestions() throws IOException {
    String live = URI.create(LIVE).getPath();
    String requests =
        get(live + "/nowhere1")
            + get("/health")
            + get(live + "/nowhere2")
            + get("/api/nothing")
            + get(live + "/nowhere3")
            + "POST "
            + live
            + "/links HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 34\r\n\r\n"
            + "{\"url\":\"https://www.example.com/\"}"
            + "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

    assertThat(statuses(requests)).containsExactly(404, 200, 404, 404, 404, 201, 200);
  }

  @Test
  void keepsAndClosesConnectionsAsAsked() throws IOException {
    String live = URI.create(LIVE).getPath();

    assertThat(
            statuses(
                get(live + "/a1")
                    + get(live + "/a2")
                    + "GET "
                    + live
                    + "/a3 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                    + get(live + "/never")))
        .hasSize(3);
    assertThat(statuses("GET " + live + "/a HTTP/1.0\r\n\r\n")).containsExactly(404);
  }

  @Test
  void goesOnWhenASlowClientSendsItsBodyInPieces() throws Exception {
    String live = URI.create(LIVE).getPath();
    try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
      socket.setSoTimeout(20_000);
      send(
          socket,
          "POST "
              + live
              + "/links HTTP/1.1\r\n"
              + "Host: 127.0.0.1\r\n"
              + "Expect: 100-continue\r\n"
              + "Connection: close\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n");
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(in.readLine()).startsWith("HTTP/1.1 100");
      send(socket, "8\r\n{\"url\":\"\r\n");
      send(socket, "1a\r\nhttps://www.example.com/\"}\r\n0\r\n\r\n");
      in.readLine();
      assertThat(in.readLine()).startsWith("HTTP/1.1 201");
    }
  }

  @Test
  void keepsOurCookieToItself() {
    Reading reading = new Reading();

    LiveRequest live = LiveRequest.of(reading.request("/live/l1/a%20b?x=1&x=2&y=%2F"), "body", 7);

    assertThat(live.liveId()).isEqualTo("l1");
    assertThat(live.call().path()).isEqualTo("/a b");
    assertThat(live.call().query()).containsEntry("x", "1").containsEntry("y", "/");
    assertThat(live.call().headers())
        .doesNotContainKey("cookie")
        .containsEntry("x-region", "us")
        .containsEntry("x-forwarded-prefix", "/live/l1");
    assertThat(live.call().dueNanos()).isEqualTo(7);
    assertThat(LiveRequest.of(reading.request("/live/l1"), "", 0).call().path()).isEqualTo("/");
    assertThat(LiveRequest.of(reading.request("/live/l1?a=b"), "", 0).call().query())
        .containsEntry("a", "b");
  }

  /// Requests as the server's decoder makes them.
  private static final class Reading {
    io.netty.handler.codec.http.HttpRequest request(String uri) {
      var request =
          new io.netty.handler.codec.http.DefaultHttpRequest(
              io.netty.handler.codec.http.HttpVersion.HTTP_1_1,
              io.netty.handler.codec.http.HttpMethod.GET,
              uri);
      request.headers().add("Cookie", "hotseat=secret");
      request.headers().add("X-Region", "us");
      request.headers().add("X-Forwarded-Prefix", "/elsewhere");
      return request;
    }
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static List<Integer> statuses(String requests) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
      socket.setSoTimeout(20_000);
      send(socket, requests);
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<Integer> statuses = new ArrayList<>();
      var found = java.util.regex.Pattern.compile("HTTP/1\\.[01] (\\d{3})").matcher(all);
      while (found.find()) {
        statuses.add(Integer.parseInt(found.group(1)));
      }
      return statuses;
    }
  }
}
