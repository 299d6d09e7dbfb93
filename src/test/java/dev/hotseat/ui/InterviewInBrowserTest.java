package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.hotseat.ui.Desk.button;
import static dev.hotseat.ui.Desk.tab;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Interviews as somebody at a browser has them.
@InChromium
class InterviewInBrowserTest {
  private static Locator start(Page page) {
    return page.getByRole(
            AriaRole.ARTICLE,
            new GetByRoleOptions().setName("Build a link shortener for the world"))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"));
  }

  private static void say(Page page, String words) {
    page.locator("#question textarea").fill(words);
    page.locator("#question textarea").press("Control+Enter");
    assertThat(page.locator(".turn.candidate .words").last()).hasText(words);
  }

  @Test
  void goesFromTheCardToTheReport() {
    try (Screen screen = Screen.of(Server.shared())) {
      Page page = screen.go("/").page();
      start(page).click();
      screen.until(Desk.READY);

      say(page, "How many reads per second at peak?");
      assertThat(page.locator(".turn.interviewer .words").last())
          .containsText("redirects a second");

      Locator design = tab(page, "Design");
      design.locator("[data-lever=cache] input[value=local]").check();
      design
          .getByLabel("Reason for the change")
          .fill("reads repeat, so most need not reach the store");
      button(page, "Apply").click();
      Locator mark = page.locator("#charts button", new Page.LocatorOptions().setHasText("◆"));
      assertThat(mark.first()).hasAttribute("aria-label", Pattern.compile("cache off → local"));

      Locator load = tab(page, "Load");
      load.getByText("One of your own").click();
      load.getByLabel("Seconds to run").fill("3");
      load.getByLabel("Expected value 1").fill("1");
      button(page, "Run it").click();
      Locator result = load.locator(".predicted tbody tr").first();
      assertThat(result).containsText(Pattern.compile("near|times too|too low|too high"));
      assertThat(page.locator("#charts .legend li").first()).containsText("/s");
      screen.assertAccessible("a result beside its prediction");

      button(page, "End").click();
      screen.assertAccessible("the question before the end");
      button(page, "End it").click();
      page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Read the report")).click();
      assertThat(page).hasURL(Pattern.compile("/report$"));
      assertThat(page.locator("main")).containsText("cache = local");
      assertThat(page.locator("main")).containsText("Run 1");
    }
  }

  @Test
  void isHadByKeyboardAlone() {
    try (Screen screen = Screen.of(Server.shared())) {
      Page page = screen.go("/").page();
      start(page).focus();
      page.keyboard().press("Enter");
      screen.until(Desk.READY);

      page.keyboard().press("/");
      page.keyboard().type("What may be lost?");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator(".turn.candidate .words").last()).hasText("What may be lost?");
      page.keyboard().press("Escape");

      page.keyboard().press("?");
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("this sheet");
      screen.assertAccessible("the sheet of keys");
      page.keyboard().press("Escape");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);

      page.keyboard().press("4");
      assertThat(page.locator("#tab-traces")).isFocused();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#tab-logs")).hasAttribute("aria-selected", "true");
      page.keyboard().press("r");
      assertThat(button(page, "Run it")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator(".progress:visible")).containsText("left");
      page.locator(".progress button").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".run-card h3")).containsText("stopped");
    }
  }

  @Test
  void goesOnWhereItWasWhenTheServerComesBack(@TempDir Path data) {
    Server first = Server.fresh(data);
    int port = first.port();
    Server.Opened session = first.open("practice");
    try (Screen screen = Screen.of(first).expecting("ERR_|status of 5")) {
      Page page = screen.go(session.path().substring("/api".length())).page();
      screen.until(Desk.READY);
      say(page, "What must not be lost?");
      page.locator("#question textarea").fill("half a thought");

      first.close();
      assertThat(page.locator("#notice")).containsText("line to the server is lost");
      screen.assertAccessible("the line lost");
      try (Server second = Server.again(port, data)) {
        assertThat(page.locator("#notice")).isHidden();
        assertThat(page.locator("#question textarea")).hasValue("half a thought");
        say(page, "Which regions are there?");

        List<String> known =
            second
                .call("GET", session.path() + "/transcript")
                .bearer(session.token("candidate"))
                .send()
                .json()
                .get("turns")
                .valueStream()
                .map(turn -> turn.get("seq").asString())
                .toList();
        assertThat(page.locator("#turns .turn")).hasCount(known.size());
        assertThat(
                page.locator("#turns .turn").all().stream()
                    .map(turn -> turn.getAttribute("data-seq"))
                    .toList())
            .isEqualTo(known);
      }
    }
  }
}
