package dev.hotseat.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.hotseat.ui.Desk.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.InChromium;
import dev.hotseat.testing.Server;
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
  private static Desk desk;

  @BeforeAll
  static void open() {
    server = Server.over(Path.of("src/test/resources/instruments"), data);
    desk = desk("on-call");
  }

  private static Desk desk(String scenario) {
    return Desk.at(server, server.open(scenario, "practice"));
  }

  @AfterAll
  static void close() {
    desk.close();
    server.close();
  }

  @Test
  void anInstrumentShowsItsTableAndIsToldWhatToShow() {
    Locator panel = desk.tab("Instruments");
    button(panel, "Fleet").click();
    assertThat(panel.locator("tbody")).containsText("orders.1");

    button(panel, "Breakdown").click();
    panel.getByLabel("by", new Locator.GetByLabelOptions().setExact(true)).selectOption("zone");
    button(panel, "Show").click();

    assertThat(panel.locator("thead th").first()).hasText(Pattern.compile("zone"));
    assertThat(button(panel, "Breakdown")).hasAttribute("aria-current", "true");
    desk.screen().look("instruments");
  }

  @Test
  void whoHasNoLeversBeginsWithTheInstruments() {
    try (Desk fresh = desk("on-call")) {
      assertThat(fresh.page().getByRole(AriaRole.TAB).filter(hasText("Design"))).hasCount(0);
      assertThat(fresh.page().locator("#tab-instruments")).hasAttribute("aria-selected", "true");
      assertThat(fresh.page().locator(".tabpanel:visible tbody")).containsText("orders.1");
    }
  }

  @Test
  void anInstrumentIsReadAgainWhileSomebodyLooks() {
    Locator panel = desk.tab("Instruments");
    button(panel, "Fleet").click();
    assertThat(panel.locator("tbody")).containsText("orders.1");

    panel.locator("tbody td").first().evaluate("cell => cell.textContent = 'old'");

    assertThat(panel.locator("tbody")).not().containsText("old");
  }

  @Test
  void anActionThatTakesTimeIsAJob() {
    Locator action = desk.tab("Actions").locator("[data-action='add-instance']");

    button(action, "Do it").click();

    assertThat(action.locator("[role=status]")).containsText("Under way");
    assertThat(desk.page().locator("#jobs")).containsText("add-instance");
    assertThat(desk.page().locator("#jobs")).containsText("left");
    desk.screen().assertAccessible("an action that takes time");
  }

  @Test
  void workIsShownWithHowFarItIsAndThatItWaits() {
    try (Desk moving = desk("moving")) {
      Locator actions = moving.tab("Actions");
      assertThat(doIt(actions, "create-new-table")).containsText("there, empty");
      doIt(actions, "start-backfill");

      Locator work = moving.page().locator("#jobs li").filter(hasText("backfill"));
      assertThat(work).containsText("of 5,000 rows");
      assertThat(work).containsText("left");
      doIt(actions, "pause-backfill");

      assertThat(work).hasAttribute("data-state", "paused");
      moving.screen().assertAccessible("work that waits");
    }
  }

  @Test
  void whatCannotBeUndoneIsDoneOnlyWhenItIsMeant() {
    try (Desk moving = desk("moving")) {
      Locator actions = moving.tab("Actions");
      Locator meant = action(actions, "drop-old").getByRole(AriaRole.CHECKBOX);

      assertThat(doIt(actions, "drop-old")).isEmpty();
      assertThat(meant).isFocused();
      meant.check();

      assertThat(doIt(actions, "drop-old")).containsText("gone for good");
    }
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    Locator action = desk.tab("Actions").locator("[data-action='restart']");

    action.getByLabel("instance").fill("orders.99");
    desk.screen().expecting("422");
    button(action, "Do it").click();

    assertThat(action.locator(".refused")).containsText("arguments.instance");
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator action(Locator actions, String name) {
    return actions.locator("[data-action='" + name + "']");
  }

  /// Presses the button of an action.
  ///
  /// @return where its outcome is told
  private static Locator doIt(Locator actions, String name) {
    Locator action = action(actions, name);
    button(action, "Do it").click();
    return action.locator("[role=status]");
  }
}
