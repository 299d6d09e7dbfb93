package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
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
  private static Screen screen;

  @BeforeAll
  static void open() {
    screen = Screen.of(SERVER).go(SESSION.path().substring("/api".length()));
    screen.until("document.getElementById('console').dataset.ready === 'true'");
  }

  @AfterAll
  static void close() {
    screen.close();
  }

  private static Locator tab(String name) {
    screen.page().getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name)).click();
    return screen.page().locator(".tabpanel:visible");
  }

  private static Locator button(Locator inside, String name) {
    return inside.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aRequestShowsItsReplyAndTheSameAsCurl() {
    Locator panel = tab("Requests");
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
    screen.look("requests");

    panel.getByLabel("Path").fill("/nobody-made-this");
    button(panel, "Send").click();
    assertThat(panel.locator(".status")).containsText("404");
    button(panel, "Its trace").click();
    assertThat(screen.page().locator(".waterfall h3")).containsText("redirect");
  }

  @Test
  void aTraceIsAWaterfallAndLeadsToItsLogLines() {
    Locator panel = tab("Traces");
    panel.locator(".traces button").first().click();
    assertThat(panel.locator(".spans li").first()).containsText(">");
    screen.look("traces");

    button(panel, "Its log lines").click();
    assertThat(screen.page().locator(".tabpanel:visible").getByLabel("Trace"))
        .hasValue(Pattern.compile("[0-9a-f]{32}"));
  }

  @Test
  void logLinesAreSearchedAndFollowed() {
    Locator panel = tab("Logs");
    panel.getByLabel("Text").fill("no line has these words");
    panel.getByLabel("Trace").fill("");
    button(panel, "Search").click();
    assertThat(panel.locator(".lines")).containsText("No line fits.");

    panel.getByLabel("Text").fill("");
    button(panel, "Search").click();
    assertThat(panel.locator(".lines li").first()).not().containsText("No line fits.");
    button(panel, "Following").click();
    assertThat(button(panel, "Paused")).hasAttribute("aria-pressed", "false");
    screen.look("logs");
    button(panel, "Paused").click();
  }

  @Test
  void aPlanIsATreeWithTheRowsExamined() {
    Locator panel = tab("SQL");
    panel.getByText("Tables").click();
    panel.locator(".schema summary", new Locator.LocatorOptions().setHasText("links")).click();
    assertThat(panel.locator(".schema")).containsText("expires_millis");
    panel.getByLabel("Statement").fill("SELECT * FROM links WHERE url LIKE '%x%'");
    button(panel, "Show its plan").click();
    assertThat(panel.locator(".tree")).containsText("links");
    assertThat(panel.locator(".tree")).containsText("reads the whole table");
    screen.look("sql-plan");

    panel.getByLabel("Statement").fill("SELECT code FROM links LIMIT 3");
    panel.getByLabel("Statement").press("Control+Enter");
    assertThat(panel.locator(".result tbody tr")).hasCount(3);
  }

  @Test
  void runsAreListedAndComparedAsADifference() {
    Played.run(SESSION, "{\"ratePerSecond\":50,\"durationSeconds\":1}");
    Locator panel = tab("Runs");
    assertThat(panel.locator("tbody tr[data-run]")).hasCount(2);
    panel.getByLabel("Compare run 1").check();
    panel.getByLabel("Compare run 2").check();

    assertThat(panel.locator(".difference h3")).hasText("Run 1 → run 2");
    screen.look("runs");
  }

  @Test
  void whatTheSystemRefusesIsToldWithItsField() {
    Locator panel = tab("SQL");
    try (Screen another = Screen.of(SERVER).expecting("status of 4")) {
      another.go(SESSION.path().substring("/api".length()));
      another.until("document.getElementById('console').dataset.ready === 'true'");
      Page page = another.page();
      page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("SQL")).click();
      page.getByLabel("Statement").fill("DROP TABLE links");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Run").setExact(true)).click();

      assertThat(page.getByRole(AriaRole.ALERT)).containsText("sql");
      another.assertAccessible("a refused statement");
    }
    assertThat(panel).isVisible();
  }
}
