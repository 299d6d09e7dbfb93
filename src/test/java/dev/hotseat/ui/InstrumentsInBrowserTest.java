package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a system declares of its own: instruments, actions that are told something, work under way.
@InChromium
class InstrumentsInBrowserTest {
  @TempDir private static Path data;
  private static Server server;
  private static Screen screen;

  @BeforeAll
  static void open() {
    server = Server.over(Path.of("src/test/resources/instruments"), data);
    Opened session = server.open("on-call", "practice");
    screen = Screen.of(server).go(session.path().substring("/api".length()));
    screen.until("document.getElementById('console').dataset.ready === 'true'");
  }

  @AfterAll
  static void close() {
    screen.close();
    server.close();
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
  void anInstrumentShowsItsTableAndIsToldWhatToShow() {
    Locator panel = tab("Instruments");
    button(panel, "Fleet").click();
    assertThat(panel.locator("tbody")).containsText("orders.1");

    button(panel, "Breakdown").click();
    panel.getByLabel("by", new Locator.GetByLabelOptions().setExact(true)).selectOption("zone");
    button(panel, "Show").click();

    assertThat(panel.locator("thead th").first()).hasText(Pattern.compile("zone"));
    assertThat(button(panel, "Breakdown")).hasAttribute("aria-current", "true");
    screen.look("instruments");
  }

  @Test
  void anInstrumentIsReadAgainWhileSomebodyLooks() {
    Locator panel = tab("Instruments");
    button(panel, "Fleet").click();
    assertThat(panel.locator("tbody")).containsText("orders.1");

    panel.locator("tbody td").first().evaluate("cell => cell.textContent = 'old'");

    assertThat(panel.locator("tbody")).not().containsText("old");
  }

  @Test
  void anActionThatTakesTimeIsAJob() {
    Locator action = tab("Faults").locator("[data-action='add-instance']");

    button(action, "Do it").click();

    assertThat(action.locator("[role=status]")).containsText("Under way");
    assertThat(screen.page().locator("#jobs")).containsText("add-instance");
    assertThat(screen.page().locator("#jobs")).containsText("left");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    Locator action = tab("Faults").locator("[data-action='restart']");

    action.getByLabel("instance").fill("orders.99");
    screen.expecting("422");
    button(action, "Do it").click();

    assertThat(action.locator(".refused")).containsText("arguments.instance");
  }
}
