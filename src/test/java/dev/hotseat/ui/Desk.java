package dev.hotseat.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Opened;

/// The console of a session in a browser, with its hands: tabs and buttons, by the names that are
/// read out.
record Desk(Screen screen) implements AutoCloseable {
  /// When the console has read its session.
  static final String READY = "document.getElementById('console').dataset.ready === 'true'";

  /// Sits down before a session.
  static Desk at(Server server, Opened session) {
    return new Desk(Screen.of(server)).go(session);
  }

  /// Opens the session's console and waits until it is ready.
  Desk go(Opened session) {
    screen.go(session.path().substring("/api".length())).until(READY);
    return this;
  }

  Page page() {
    return screen.page();
  }

  /// Turns to a tab.
  ///
  /// @return what it shows
  Locator tab(String name) {
    return tab(page(), name);
  }

  static Locator tab(Page page, String name) {
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    return page.locator(".tabpanel:visible");
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator button(Locator inside, String name) {
    return inside.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  @Override
  public void close() {
    screen.close();
  }
}
