package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final Server SERVER = Server.shared();

  private record Received(String id, String name, String data) {}

  /// Reads events until one is wanted no more, or the stream ends.
  private static List<Received> read(Server.Request request, Predicate<Received> last)
      throws IOException {
    HttpResponse<java.io.InputStream> response = request.stream();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<Received> events = new ArrayList<>();
    try (var in =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = "";
      String name = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          events.add(new Received(id, name, line.substring(6)));
          if (last.test(events.getLast())) {
            return events;
          }
          id = "";
        }
      }
    }
    return events;
  }

  private static List<String> ids(List<Received> events) {
    return events.stream().map(Received::id).filter(id -> !id.isEmpty()).toList();
  }

  @Test
  void sendsTheJournalFromTheStartAndSaysWhenItIsOver() throws IOException {
    Opened session = SERVER.open("practice");
    session.as("candidate", "POST", "/answers").text("What must not be lost?").send();
    session.as("candidate", "POST", "/end").send();

    List<Received> events = read(session.as("interviewer", "GET", "/events"), _ -> false);

    assertThat(events.getFirst().name()).isEqualTo("heartbeat");
    assertThat(events.getLast().name()).isEqualTo("end");
    assertThat(events).extracting(Received::name).contains("opened", "spoke", "answered", "ended");
    List<String> ids = ids(events);
    for (int index = 0; index < ids.size(); index++) {
      assertThat(ids.get(index)).isEqualTo(Integer.toString(index + 1));
    }
  }

  @Test
  void goesOnWhereTheReaderWas() throws IOException {
    Opened session = SERVER.open("practice");
    session.as("candidate", "POST", "/answers").text("What must not be lost?").send();
    session.as("candidate", "POST", "/end").send();
    List<Received> all = read(session.as("interviewer", "GET", "/events"), _ -> false);

    List<Received> rest =
        read(session.as("interviewer", "GET", "/events").header("Last-Event-ID", "3"), _ -> false);

    assertThat(ids(rest)).isEqualTo(ids(all).subList(3, ids(all).size()));
    assertThat(rest.get(1).data()).isEqualTo(all.get(4).data());
  }

  @Test
  void sendsWhatHappensWhileItIsRead() throws IOException {
    Opened session = SERVER.open("practice");
    Thread.ofVirtual()
        .start(
            () -> session.as("candidate", "PATCH", "/levers").text("cache=local because").send());

    List<Received> events =
        read(
            session.as("candidate", "GET", "/events?types=levers-changed"),
            event -> event.name().equals("levers-changed"));

    assertThat(events.getLast().data()).contains("\"cache\":\"local\"");
    assertThat(events).extracting(Received::name).containsOnly("heartbeat", "levers-changed");
  }

  @Test
  void tellsTheCandidateNothingOfTheScript() throws IOException {
    Opened session = SERVER.open("interview");
    session.as("interviewer", "POST", "/notes").text("canary-note").send();
    session
        .as("interviewer", "POST", "/faults")
        .json("{\"fault\":\"store-slow\",\"force\":true}")
        .send();
    session
        .as("candidate", "POST", "/answers")
        .text("I would cache links because reads repeat, and retry on collision.")
        .send();
    session.as("candidate", "PATCH", "/levers").text("cache=local because").send();

    List<Received> events =
        read(
            session.as("candidate", "GET", "/events"),
            event -> event.name().equals("levers-changed"));
    String all = events.toString();

    assertThat(all).contains("answered").doesNotContain("canary-note", "fault-started");
    assertThat(all).contains("\"mentions\":[]").doesNotContain("AFFIRMED");
    List<Received> leading =
        read(
            session.as("interviewer", "GET", "/events"),
            event -> event.name().equals("levers-changed"));
    assertThat(leading.toString()).contains("canary-note", "fault-started");
  }

  @Test
  void replaysAtItsOwnPaceOrFaster() throws IOException {
    Opened session = SERVER.open("practice");
    session.as("candidate", "POST", "/end").send();

    List<Received> replay = read(session.as("candidate", "GET", "/replay?speed=1000"), _ -> false);
    int entries = session.as("candidate", "GET", "/replay").send().json().get("entries").size();

    assertThat(replay.getLast().name()).isEqualTo("end");
    assertThat(ids(replay)).hasSize(entries);
  }
}
