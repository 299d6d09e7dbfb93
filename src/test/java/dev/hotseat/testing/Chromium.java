package dev.hotseat.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Chromium of this machine, started once for all tests that look at pages.
///
/// Playwright drives it through a program for Node, so both must be there. Nothing is downloaded:
/// what is missing is said, and the tests are skipped ([InChromium]). With the profile
/// `bundled-node`, a Node comes along with the libraries.
final class Chromium {
  private static final int NODE_MIN = 20;
  private static final long ANSWER_SECONDS_MAX = 30;
  private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\.");
  private static final Pattern BROWSER_VERSION = Pattern.compile("(?:Chromium|Chrome) (\\d+)\\.");
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox", // a build may run as root, where Chromium's sandbox cannot start
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Browser browser;

  private Chromium(Tools tools) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if (tools.node() != null) {
      environment.put("PLAYWRIGHT_NODEJS_PATH", tools.node().toString());
    }
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(tools.browser())
                    .setChromiumSandbox(false)
                    .setArgs(ARGUMENTS));
    PlaywrightAssertions.setDefaultAssertionTimeout(Screen.PATIENCE_MILLIS);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
  }

  /// The browser that all tests of this run share.
  static Browser shared() {
    return Shared.CHROMIUM.browser;
  }

  /// What this machine lacks for tests in a browser; empty where it lacks nothing.
  static String missing() {
    return Machine.MISSING;
  }

  private static final class Shared {
    static final Chromium CHROMIUM =
        new Chromium(new Tools(Machine.BROWSER.orElseThrow(), Machine.NODE.orElse(null)));
  }

  /// What the tests need of the machine.
  ///
  /// @param node absent where one comes with the libraries
  private record Tools(Path browser, @Nullable Path node) {}

  private static final class Machine {
    static final Optional<Path> BROWSER =
        find("HOTSEAT_CHROMIUM", BROWSERS, path -> version(path, BROWSER_VERSION) > 0);
    static final Optional<Path> NODE =
        find(
            "PLAYWRIGHT_NODEJS_PATH",
            List.of("node"),
            path -> version(path, NODE_VERSION) >= NODE_MIN);
    static final String MISSING = missing();

    private static String missing() {
      if (BROWSER.isEmpty()) {
        return "No Chromium that starts is on the PATH, and HOTSEAT_CHROMIUM names none.";
      }
      boolean bundled = Chromium.class.getResource("/driver/linux/node") != null;
      return NODE.isPresent() || bundled
          ? ""
          : "No Node of version 20 or newer is on the PATH; -Pbundled-node brings one.";
    }
  }

  private static Optional<Path> find(String variable, List<String> names, Predicate<Path> fits) {
    return Stream.concat(
            Optional.ofNullable(System.getenv(variable)).map(Path::of).stream(),
            names.stream().flatMap(Chromium::onPath))
        .filter(Files::isExecutable)
        .map(Path::toAbsolutePath)
        .filter(fits)
        .findFirst();
  }

  private static Stream<Path> onPath(String name) {
    return Optional.ofNullable(System.getenv("PATH"))
        .map(path -> path.split(File.pathSeparator))
        .stream()
        .flatMap(Stream::of)
        .map(folder -> Path.of(folder).resolve(name));
  }

  /// The major version that a program says it is; 0 where it says none.
  private static int version(Path program, Pattern form) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes());
      Matcher found = form.matcher(said);
      return process.waitFor(ANSWER_SECONDS_MAX, TimeUnit.SECONDS) && found.find()
          ? Integer.parseInt(found.group(1))
          : 0;
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
