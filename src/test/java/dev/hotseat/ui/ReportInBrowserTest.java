package dev.hotseat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import org.junit.jupiter.api.Test;

@InChromium
class ReportInBrowserTest {
  private static final Server SERVER = Server.shared();

  @Test
  void isReadableAtEveryWidthAndInEveryTheme() {
    Opened session = SERVER.open("practice");
    session.as("candidate", "POST", "/answers").text("How many reads per second?").send();
    session.as("candidate", "PATCH", "/levers").text("cache=local because reads repeat").send();
    session.as("candidate", "POST", "/end").send();

    try (Screen screen = Screen.of(SERVER)) {
      screen.go(session.path() + "/report?format=html").look("report");

      assertThat(screen.page().title()).startsWith("Report: ");
    }
  }
}
