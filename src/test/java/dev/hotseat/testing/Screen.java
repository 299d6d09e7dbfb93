package dev.hotseat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A page in a browser of its own (no cookie of any other), watched while a test uses it.
///
/// Closing it fails the test if the page logged an error, threw one, broke its own content policy
/// or asked any other host for anything.
public final class Screen implements AutoCloseable {
  /// A laptop.
  public static final int WIDE = 1280;

  /// A telephone.
  public static final int NARROW = 390;

  private static final int HIGH = 800;

  /// How long anything may take to appear; nothing waits longer than it must.
  static final double PATIENCE_MILLIS = 30_000;

  private static final Path SHOTS = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final String origin;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  private Screen(String origin) {
    this.origin = origin;
    this.context =
        Chromium.shared()
            .newContext(
                new NewContextOptions()
                    .setViewportSize(WIDE, HIGH)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    watch();
  }

  /// A browser at the shared server's door.
  public static Screen of(Server server) {
    return new Screen(server.origin());
  }

  /// A browser at any server's door.
  public static Screen of(String origin) {
    return new Screen(origin);
  }

  private void watch() {
    page.onConsoleMessage(this::heard);
    page.onPageError(error -> complaints.add("uncaught: " + error));
    page.onRequest(this::asked);
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      complaints.add(message.type() + ": " + message.text() + " at " + message.location());
    }
  }

  private void asked(Request request) {
    if (!request.url().matches("(?s)(data|blob|about):.*") && !request.url().startsWith(origin)) {
      complaints.add("asked another host: " + request.url());
    }
  }

  /// The page itself.
  public Page page() {
    return page;
  }

  /// Opens a path of the server.
  public Screen go(String path) {
    page.navigate(URI.create(origin).resolve(path).toString());
    return this;
  }

  /// Waits until an expression in JavaScript is true. An element that is not there yet, as in the
  /// moment between two pages, makes it not true yet.
  public Screen until(String expression) {
    page.waitForFunction(
        """
        () => {
          try {
            return %s;
          } catch (missing) {
            if (missing instanceof TypeError) return false;
            throw missing;
          }
        }\
        """
            .formatted(expression));
    return this;
  }

  /// Complaints of this kind are what the test is about, such as a refusal or a lost line.
  public Screen expecting(String pattern) {
    expected.add(Pattern.compile(pattern));
    return this;
  }

  /// Looks at what is open in both widths and both themes: a picture of each in
  /// `target/screenshots`, nothing wider than the screen, and nothing that axe finds (each width
  /// and each theme once).
  public Screen look(String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(NARROW, WIDE)) {
        page.setViewportSize(width, HIGH);
        String what = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        picture(what);
        assertFits(what, width);
        if (scheme == ColorScheme.DARK ? width == WIDE : width == NARROW) {
          examine(what);
        }
      }
    }
    return this;
  }

  /// A picture of the whole page.
  public void picture(String name) {
    page.evaluate("() => scrollTo(0, 0)"); // what sticks to the top belongs there
    page.screenshot(
        new ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private void assertFits(String what, int width) {
    Object wide = page.evaluate("() => document.documentElement.scrollWidth");
    assertThat(((Number) wide).intValue())
        .as(what + ": width of the page's content")
        .isLessThanOrEqualTo(width);
  }

  /// A picture, and nothing that axe finds.
  public void assertAccessible(String what) {
    picture(what.replace(' ', '-'));
    examine(what);
  }

  private void examine(String what) {
    List<Rule> violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertThat(violations.stream().map(Screen::told).toList())
        .as(what + ": what axe finds")
        .isEmpty();
  }

  private static String told(Rule rule) {
    StringBuilder text = new StringBuilder(rule.getId()).append(": ").append(rule.getHelp());
    rule.getNodes()
        .forEach(node ->
            text.append("\n    ")
                .append(node.getHtml())
                .append("  ")
                .append(node.getFailureSummary()));
    return text.toString();
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints)
        .as("what the browser complained about")
        .allMatch(complaint -> expected.stream().anyMatch(each -> each.matcher(complaint).find()));
  }
}
