package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.session.Session;
import dev.hotseat.session.Sessions;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import dev.hotseat.testing.Server.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the script has broken is looked for, by its name, in everything that somebody can read who
/// is looking for it.
class ConcealedFaultsTest {
  @TempDir private static Path data;
  private static Server server;
  private static Opened practice;
  private static Opened interview;

  /// Both nights at once: what is broken breaks when the system has been well for a while.
  @BeforeAll
  static void start() {
    server = Server.over(Path.of("src/test/resources/concealed"), data);
    practice = begun("practice");
    interview = begun("interview");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Opened begun(String mode) {
    Opened opened = server.open("night-watch", mode);
    opened.as("candidate", "POST", "/load").json("{\"profile\":\"more\"}").send();
    return opened;
  }

  private static void awaitBroken(Opened opened) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> injected(opened).size() == 2 && hasAsked(opened, "noticed"));
    opened.as("candidate", "POST", "/actions").text("audit").send();
  }

  private static Session session(Opened opened) {
    return server.bean(Sessions.class).find(opened.json().get("id").asString()).orElseThrow();
  }

  /// What was broken, from the journal itself.
  private static List<String> injected(Opened opened) {
    return session(opened).entries(0).stream()
        .flatMap(each ->
            each.event() instanceof FaultStarted started ? Stream.of(started.fault()) : Stream.of())
        .toList();
  }

  private static boolean hasAsked(Opened opened, String question) {
    return session(opened).entries(0).stream()
        .anyMatch(
            each -> each.event() instanceof Spoke spoke && spoke.questionId().equals(question));
  }

  /// Reads all there is, in every form, and tries to be told by what is refused.
  private static void assertTold(
      Opened opened, BiFunction<String, String, Request> as, boolean told) {
    String all = Exposure.of(opened, as);

    for (String fault : injected(opened)) {
      assertThat(all.contains(fault)).as(fault).isEqualTo(told);
    }
  }

  private static BiFunction<String, String, Request> holder(Opened opened, String role) {
    return (method, path) -> server.call(method, path).bearer(opened.token(role));
  }

  /// Whoever sits at the machine.
  private static Request nobody(String method, String path) {
    return server.call(method, path);
  }

  @Test
  void areToldToNobodyWhilePractisingAndToAllAfterwards() {
    Opened opened = practice;
    awaitBroken(opened);

    assertTold(opened, holder(opened, "candidate"), false);
    assertTold(opened, ConcealedFaultsTest::nobody, false);
    assertTold(opened, holder(opened, "interviewer"), false);
    assertTold(opened, holder(opened, "observer"), false);
    assertThat(because(opened)).isNull();

    opened.as("candidate", "POST", "/end").send();

    assertThat(opened.as("candidate", "GET", "/report").send().body()).contains(injected(opened));
    assertTold(opened, holder(opened, "candidate"), true);
  }

  private static @Nullable Object because(Opened opened) {
    return session(opened).transcript(0).stream()
        .filter(each -> "noticed".equals(each.questionId()))
        .findFirst()
        .orElseThrow()
        .because();
  }

  @Test
  void areToldToTheInterviewerOfAnInterview() {
    Opened opened = interview;
    awaitBroken(opened);

    assertTold(opened, holder(opened, "candidate"), false);

    Answer events =
        opened.as("interviewer", "GET", "/events").header("Accept", "application/json").send();
    Answer faults = opened.as("interviewer", "GET", "/faults").send();

    assertThat(events.body()).contains(injected(opened));
    assertThat(faults.body()).contains(injected(opened));
  }
}
