package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.hotseat.ui.Desk.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The tabs that look into the live system.
@InChromium
class ToolsInBrowserTest {
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = Played.going(SERVER);
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.at(SERVER, SESSION);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void aRequestShowsItsReplyAndTheSameAsCurl() {
    Locator panel = desk.tab("Requests");
    panel.locator(".ready button", new Locator.LocatorOptions().setHasText("POST")).first().click();
    panel
        .getByLabel("Body")
        .first()
        .fill("{\"url\":\"https://example.com/a\",\"alias\":\"tools\"}");
    assertThat(panel.locator(".curl code")).containsText("curl -i -d '{");
    button(panel, "Send").click();
    assertThat(panel.locator(".status")).containsText("201");

    panel.getByLabel("Method").selectOption("GET");
    panel.getByLabel("Path").fill("/tools");
    panel.getByLabel("Body").first().fill("");
    button(panel, "Send").click();

    assertThat(panel.locator(".status")).containsText("302 Found");
    assertThat(panel.locator(".headers")).containsText("https://example.com/a");
    desk.screen().look("requests");

    panel.getByLabel("Path").fill("/nobody-made-this");
    button(panel, "Send").click();
    assertThat(panel.locator(".status")).containsText("404");
    button(panel, "Its trace").click();
    assertThat(desk.page().locator(".waterfall h3")).containsText("redirect");
  }

  @Test
  void aTraceIsAWaterfallAndLeadsToItsLogLines() {
    Locator panel = desk.tab("Traces");
    panel.locator(".traces button").first().click();
    assertThat(panel.locator(".spans li").first()).containsText(">");
    desk.screen().look("traces");

    button(panel, "Its log lines").click();
    assertThat(desk.page().locator(".tabpanel:visible").getByLabel("Trace"))
        .hasValue(Pattern.compile("[0-9a-f]{32}"));
  }

  @Test
  void logLinesAreSearchedAndFollowed() {
    Locator panel = desk.tab("Logs");
    panel.getByLabel("Text").fill("no line has these words");
    panel.getByLabel("Trace").fill("");
    button(panel, "Search").click();
    assertThat(panel.locator(".lines")).containsText("No line fits.");

    panel.getByLabel("Text").fill("");
    button(panel, "Search").click();
    assertThat(panel.locator(".lines li").first()).not().containsText("No line fits.");
    button(panel, "Following").click();
    assertThat(button(panel, "Paused")).hasAttribute("aria-pressed", "false");
    desk.screen().look("logs");
    button(panel, "Paused").click();
  }

  @Test
  void aPlanIsATreeWithTheRowsExamined() {
    Locator panel = desk.tab("SQL");
    panel.getByText("Tables").click();
    panel.locator(".schema summary", new Locator.LocatorOptions().setHasText("links")).click();
    assertThat(panel.locator(".schema")).containsText("expires_millis");
    panel.getByLabel("Statement").fill("SELECT * FROM links WHERE url LIKE '%x%'");
    button(panel, "Show its plan").click();
    assertThat(panel.locator(".tree")).containsText("links");
    assertThat(panel.locator(".tree")).containsText("reads the whole table");
    desk.screen().look("sql-plan");

    panel.getByLabel("Statement").fill("SELECT code FROM links LIMIT 3");
    panel.getByLabel("Statement").press("Control+Enter");
    assertThat(panel.locator(".result tbody tr")).hasCount(3);
  }

  @Test
  void runsAreListedAndComparedAsADifference() {
    Played.run(SESSION, "{\"ratePerSecond\":50,\"durationSeconds\":1}");
    Locator panel = desk.tab("Runs");
    assertThat(panel.locator("tbody tr[data-run]")).hasCount(2);
    panel.getByLabel("Compare run 1").check();
    panel.getByLabel("Compare run 2").check();

    assertThat(panel.locator(".difference h3")).hasText("Run 1 → run 2");
    desk.screen().look("runs");
  }

  @Test
  void whatTheSystemRefusesIsToldWithItsField() {
    Locator panel = desk.tab("SQL");
    try (Desk another = Desk.at(SERVER, SESSION)) {
      another.screen().expecting("status of 4");
      another.tab("SQL").getByLabel("Statement").fill("DROP TABLE links");
      button(another.page(), "Run").click();

      assertThat(another.page().getByRole(AriaRole.ALERT)).containsText("sql");
      another.screen().assertAccessible("a refused statement");
    }
    assertThat(panel).isVisible();
  }
}
