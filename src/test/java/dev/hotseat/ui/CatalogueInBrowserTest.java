package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@InChromium
class CatalogueInBrowserTest {
  private static final Server SERVER = Server.shared();

  private static Locator card(Page page, String title) {
    return page.getByRole(AriaRole.ARTICLE, new GetByRoleOptions().setName(title));
  }

  @Test
  void showsWhatCanBePlayedAndWhatGoesOn() {
    SERVER.open("practice");
    try (Screen screen = Screen.of(SERVER)) {
      Page page = screen.go("/").page();

      assertThat(card(page, "Build a link shortener for the world")).containsText("45 minutes");
      assertThat(page.locator(".visits a").first()).containsText("Build a link shortener");
      page.locator(".card summary").first().click();
      screen.look("catalogue");
    }
  }

  @Test
  void startsASessionInOneClick() {
    try (Screen screen = Screen.of(SERVER)) {
      Page page = screen.go("/").page();
      Locator card = card(page, "Build a link shortener for the world");
      card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")).click();

      assertThat(page).hasURL(Pattern.compile("/sessions/[0-9a-z]+$"));
    }
  }

  @Test
  void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() {
    try (Screen screen = Screen.of(SERVER).expecting("status of 422")) {
      Page page = screen.go("/").page();
      Locator card = card(page, "Build a link shortener for the world");
      card.getByText("Name, seed, mode, time").click();
      card.getByLabel("Name to show").fill("Ada");
      card.getByLabel("Seed; empty for one by chance").fill("lucky");
      card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")).click();

      assertThat(card.getByRole(AriaRole.ALERT)).containsText("a whole number");
      assertThat(card.getByLabel("Name to show")).hasValue("Ada");
      screen.assertAccessible("catalogue with a refusal");
    }
  }

  @Test
  void handsOutLinksForAnInterviewWithOthers() {
    try (Screen screen = Screen.of(SERVER)) {
      Page page = screen.go("/").page();
      Locator card = card(page, "Build a link shortener for the world");
      card.getByText("Name, seed, mode, time").click();
      card.getByLabel("Mode").selectOption("interview");
      card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start")).click();

      assertThat(page.locator(".links a")).hasCount(3);
      screen.look("links");
      page.locator(".links a").first().click();
      assertThat(page).hasURL(Pattern.compile("/sessions/[0-9a-z]+$"));
    }
  }

  @Test
  void saysKindlyThatALinkLeadsNowhere() {
    try (Screen screen = Screen.of(SERVER).expecting("status of 404")) {
      Page page = screen.go("/nowhere").page();
      assertThat(page.locator("h1")).hasText("Nothing here");
      screen.assertAccessible("nothing here");
      page.getByText("All scenarios").click();
      assertThat(card(page, "Build a link shortener for the world")).isVisible();
    }
  }
}
