package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The candidate's screen in a browser.
@InChromium
class ConsoleInBrowserTest {
  private static final Server SERVER = Server.shared();

  private final Opened session = SERVER.open("practice");
  private final Screen screen = Screen.of(SERVER);

  @AfterEach
  void leave() {
    session.as("candidate", "POST", "/end").send();
    screen.close();
  }

  @Test
  void showsASystemThatLives() {
    join("candidate");
    session.as("candidate", "POST", "/load").json(quiet(4)).send();

    screen.until(
        "/[1-9]/.test(document.querySelector('[data-hop=\"app.eu>store\"] .rate').textContent)");
    screen.until("document.querySelectorAll('.legend li').length >= 6");
    screen.until("document.querySelector('.lane .span') !== null");
    screen.look("console");
  }

  @Test
  void saysWhatWasTypedAndKeepsItUntilThen() {
    join("candidate");
    answer().fill("What may be lost?");
    screen.page().reload();
    ready();
    assertThat(answer()).hasValue("What may be lost?");

    button("Answer").click();

    assertThat(screen.page().locator(".turn.candidate .words")).hasText("What may be lost?");
    screen.until("document.querySelector('#question textarea').value === ''");
    assertShowsEveryTurn();
  }

  @Test
  void changesTheDesignAndMarksIt() {
    join("candidate");
    Locator cache = screen.page().locator("[data-lever=cache]");
    cache.getByText("local").click();
    screen.page().fill("[name=reason]", "reads repeat");
    button("Apply").click();

    screen.page().waitForSelector(".lane button:has-text('◆')").click();

    assertThat(screen.page().locator("dialog")).containsText("cache off → local");
    assertThat(screen.page().locator("dialog")).containsText("reads repeat");
    screen.look("moment");
    screen.page().keyboard().press("Escape");
    assertThat(lever("cache")).isEqualTo("local");

    button("Undo last change").click();

    screen.until("document.querySelector('[data-lever=cache] [value=off]').checked");
    screen.page().waitForCondition(() -> lever("cache").equals("off"));
  }

  @Test
  void comparesAPredictionWithTheRun() {
    join("candidate");
    screen.page().keyboard().press("2");
    screen.page().fill("[aria-label='Seconds to run']", "2");
    screen.page().fill("[aria-label='Expected value 1']", "0.0001");
    button("Run it").click();

    assertThat(screen.page().locator(".run-card .predicted")).containsText("far too low");
    screen.look("load");
  }

  @Test
  void canBeUsedByKeyboardAlone() {
    join("candidate");
    Page page = screen.page();
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).containsText("to the answer");
    screen.assertAccessible("help sheet");
    page.keyboard().press("Escape");
    page.keyboard().press("/");
    page.keyboard().type("How many reads a second, 2 or r?");
    page.keyboard().press("Control+Enter");
    page.waitForSelector(".turn.candidate");
    page.keyboard().press("Escape");
    page.keyboard().press("2");
    screen.until("document.activeElement.id === 'tab-load'");
    page.keyboard().press("ArrowLeft");
    screen.until("document.activeElement.id === 'tab-design'");
    page.focus("[role=slider]");
    screen.until("document.querySelector('output.now').textContent.startsWith('now')");
    page.keyboard().press("ArrowLeft");
    screen.until("document.querySelector('output.now').textContent.startsWith('at')");
  }

  @Test
  void pausesGoesOnAndEndsOnlyWhenSure() {
    join("candidate");
    button("Pause").click();
    button("Go on").click();
    button("Pause").waitFor();
    button("End").click();
    screen.page().locator("dialog").getByText("Not now").click();
    assertThat(state()).isEqualTo("running");

    button("End").click();
    screen.page().locator("dialog").getByText("End it").click();

    screen.page().waitForSelector("text=The interview is over");
    assertThat(state()).isEqualTo("ended");
    screen.look("ended");
  }

  @Test
  void canOnlyBeReadByWhoOnlyReads() {
    join("observer");

    assertThat(screen.page().locator("#question form, .load-form, .apply")).hasCount(0);
    screen.look("observer");
  }

  @Test
  void takesAnEstimateWithItsAssumptions() {
    session.as("candidate", "POST", "/answers").text("next").send();
    join("candidate");
    screen.page().waitForSelector("[name=value]").fill("2.5");
    screen.look("estimate");
    button("Answer").click();

    screen.page().waitForSelector(".turn.candidate:last-of-type, .turn.candidate >> nth=1");
    assertThat(session.as("candidate", "GET", "/transcript").send().body()).contains("2.5");
  }

  private void join(String role) {
    screen.go(URI.create(session.json().get("joinLinks").get(role).asString()).getPath());
    ready();
  }

  private void ready() {
    screen.until("document.querySelector('#console[data-ready]') !== null");
  }

  private Locator answer() {
    return screen.page().locator("#question textarea");
  }

  private Locator button(String name) {
    return Desk.button(screen.page(), name);
  }

  private void assertShowsEveryTurn() {
    JsonNode turns = session.as("candidate", "GET", "/transcript").send().json().get("turns");
    screen.until("document.querySelectorAll('.turn').length === " + turns.size());
  }

  private String lever(String name) {
    for (JsonNode lever :
        session.as("candidate", "GET", "/levers").send().json().get("levers").values()) {
      if (lever.get("name").asString().equals(name)) {
        return lever.get("value").asString();
      }
    }
    return "";
  }

  private String state() {
    return session.as("candidate", "GET", "").send().json().get("state").asString();
  }

  private static String quiet(int seconds) {
    return "{\"profile\":\"quiet\",\"durationSeconds\":" + seconds + "}";
  }
}
