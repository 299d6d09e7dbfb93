package dev.hotseat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The line to the server breaks; the server itself goes and comes back.
@InChromium
class ConsoleAfterRestartTest {
  @Test
  void goesOnWithoutGapsOrDoubles(@TempDir Path data) {
    Server server = Server.fresh(data);
    Opened session = server.open("practice");
    try (Screen screen = Screen.of(server)) {
      screen.expecting("ERR_|Failed to load resource");
      screen.go(URI.create(session.json().get("joinLinks").get("candidate").asString()).getPath());
      screen.until("document.querySelector('#console[data-ready]') !== null");
      screen.page().fill("#question textarea", "What may be");
      int port = server.port();
      server.close();

      screen.page().waitForSelector("#notice:not([hidden])");
      screen.assertAccessible("a lost line");
      server = Server.again(port, data);
      Opened again = new Opened(server, session.json());
      again.as("candidate", "POST", "/answers").text("How many reads a second?").send();

      screen.page().waitForSelector(".turn.candidate");
      screen.until("document.querySelector('#notice').hidden");
      assertThat(screen.page().inputValue("#question textarea")).isEqualTo("What may be");
      JsonNode turns = again.as("candidate", "GET", "/transcript").send().json().get("turns");
      screen.until("document.querySelectorAll('.turn').length === " + turns.size());
      screen.until("/[1-9]/.test(document.querySelector('output.now').textContent)");
    } finally {
      server.close();
    }
  }
}
