package dev.hotseat.ui;

import static org.awaitility.Awaitility.await;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import java.time.Duration;

/// A session with some of everything in it, for pages to show.
final class Played {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Played() {}

  /// A session that goes on: asked, answered, changed, loaded.
  static Opened going(Server server) {
    Opened session = server.open("practice");
    session.as("candidate", "POST", "/answers").text("How many reads per second at peak?").send();
    session.as("candidate", "POST", "/answers").text("What may be lost? next").send();
    session
        .as("candidate", "PATCH", "/levers")
        .text("cache=local single-flight=on because reads repeat and a stampede would hurt")
        .send();
    run(
        session,
        "{\"ratePerSecond\":200,\"durationSeconds\":2,"
            + "\"predictions\":[{\"metric\":\"p99/redirect\",\"value\":5,\"unit\":\"ms\"}]}");
    session.as("candidate", "POST", "/hints").send();
    return session;
  }

  /// The same, over.
  static Opened over(Server server) {
    Opened session = going(server);
    session.as("candidate", "POST", "/end").send();
    return session;
  }

  /// Starts a run and waits until it is over.
  static void run(Opened session, String plan) {
    session.as("candidate", "POST", "/load").json(plan).send();
    await()
        .atMost(PATIENCE)
        .until(() ->
            !session
                .as("candidate", "GET", "/load")
                .send()
                .json()
                .path("state")
                .asString("running")
                .equals("running"));
  }
}
