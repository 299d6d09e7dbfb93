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
import org.junit.jupiter.api.Test;

/// Report and replay.
@InChromium
class AfterwardsInBrowserTest {
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = Played.over(SERVER);
  private static final String PAGE = SESSION.path().substring("/api".length());

  @Test
  void theReportIsReadableAtEveryWidthAndInEveryTheme() {
    try (Screen screen = Screen.of(SERVER)) {
      screen.go(PAGE + "/report").look("report");

      assertThat(screen.page().locator("h1")).hasText("Build a link shortener for the world");
    }
  }

  @Test
  void theReportIsReadableAsAFileOfItsOwn() {
    try (Screen screen = Screen.of(SERVER)) {
      screen.go(SESSION.path() + "/report?format=html").assertAccessible("report as a file");
    }
  }

  @Test
  void aReceiptOpensItsMoment() {
    try (Screen screen = Screen.of(SERVER)) {
      Page page = screen.go(PAGE + "/report").page();
      Locator receipt = page.locator(".receipts a.when").first();
      String moment = receipt.innerText().strip();
      receipt.click();
      screen.until("document.getElementById('replay').dataset.ready === 'true'");

      assertThat(page).hasURL(Pattern.compile("/replay#(entry|run)/\\d+"));
      assertThat(page.locator(".now b")).hasText(moment);
    }
  }

  @Test
  void theReplayShowsEverythingAsItWas() {
    try (Screen screen = Screen.of(SERVER)) {
      Page page = screen.go(PAGE + "/replay").page();
      screen.until("document.getElementById('replay').dataset.ready === 'true'");
      Locator cache = page.locator("#levers li", new Page.LocatorOptions().setHasText("cache"));
      assertThat(cache.first().locator("b")).hasText("off");
      assertThat(page.locator(".turn.hint")).isHidden();

      page.locator("#marks button")
          .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Run 1 (done|void)")))
          .click();

      assertThat(cache.first().locator("b")).hasText("local");
      assertThat(page.locator(".part[data-part='app.eu']")).containsText("/s");
      screen.look("replay");
      page.locator("#marks button").last().click();
      assertThat(page.locator(".turn.hint")).isVisible();
    }
  }

  @Test
  void theReplayIsPlayedByKeyboard() {
    try (Screen screen = Screen.of(SERVER)) {
      Page page = screen.go(PAGE + "/replay").page();
      screen.until("document.getElementById('replay').dataset.ready === 'true'");

      page.keyboard().press("+");
      page.keyboard().press("+");
      assertThat(page.locator(".transport select")).hasValue("20");
      page.keyboard().press("Space");
      screen.until("Number(document.querySelector('.scrub input').value) >= 2");
      page.keyboard().press("Home");
      page.keyboard().press("Space");
      page.keyboard().press("End");

      assertThat(page.locator("#marks [aria-current]")).containsText("ended");
    }
  }

  @Test
  void aCandidateIsToldToWaitForTheEnd() {
    Opened going = SERVER.open("interview");
    try (Screen screen = Screen.of(SERVER).expecting("status of 409")) {
      Page page = screen.go("/join/" + going.token("candidate")).page();
      screen.go(going.path().substring("/api".length()) + "/report").look("too-early");

      assertThat(page.locator("h1")).hasText("Not yet");
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Back to the interview"))
          .click();
      assertThat(page).hasURL(Pattern.compile("/sessions/[^/]+$"));
    }
  }
}
