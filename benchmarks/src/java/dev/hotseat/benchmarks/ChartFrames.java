package dev.hotseat.benchmarks;

import com.microsoft.playwright.Page;
import dev.hotseat.testing.Screen;
import dev.hotseat.testing.Server;
import java.util.List;

/// How smooth the charts are with an hour of seconds and 20 series: frames a second while the
/// cursor moves over them and while every second repaints them, and how busy the page is when it
/// only follows a session.
///
/// Needs the Chromium of the browser tests. Seconds of each part: environment variable `SECONDS`,
/// 10 when not given.
public final class ChartFrames {
  /* The page's own modules, fed with an hour that no session could bring here in time: four operations with four
   * figures each and four pools' worth of others make 20 lines, all of which are stored; all windows are shown whole. */
  private static final String SETUP =
      """
      async () => {
        const base = document.documentElement.dataset.assets + '/js/';
        const { mountCharts } = await import(base + 'charts/charts.js');
        const { Series } = await import(base + 'series.js');
        const names = ['one', 'two', 'three', 'four'];
        const keys = names.flatMap((name) => ['rate', 'p50', 'p99', 'p999'].map((measure) => `${measure}/${name}`))
          .concat(['size/pool', 'inUse/pool', 'waiting/pool', 'why/limit']);
        const series = new Series();
        const numbers = (second) => Object.fromEntries(keys.map((key, index) => [key, 50 + index * 10 + 30 * Math.sin(second / (7 + index)) + Math.random() * 10]));
        for (let second = 0; second < 3600; second += 1) series.add(second, numbers(second));
        const target = new EventTarget();
        const session = {
          series, entries: [], view: { state: 'running' },
          scenario: { operations: names.map((name) => ({ name })), parts: [{ name: 'pool', slots: 8 }], gauges: [], oracles: [] },
          on: (type, listener) => target.addEventListener(type, (event) => listener(event.detail)),
        };
        for (const sheet of ['charts', 'console']) {
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.href = document.documentElement.dataset.assets + '/css/' + sheet + '.css';
          document.head.append(link);
        }
        const root = document.createElement('div');
        root.id = 'charts';
        root.className = 'charts';
        document.body.replaceChildren(root);
        const charts = mountCharts({ session, replay: () => {} });
        let second = 3600;
        window.next = () => {
          series.add(second, numbers(second));
          second += 1;
          target.dispatchEvent(new CustomEvent('second', { detail: {} }));
        };
        window.point = (share) => charts.cursor(share * 3600);
        return keys.length;
      }
      """;

  private static final String FRAMES =
      """
      ([seconds, moving]) => new Promise((resolve) => {
        const gaps = [];
        const begin = performance.now();
        let before = begin;
        let painted = begin;
        const frame = (now) => {
          gaps.push(now - before);
          before = now;
          if (moving) window.point(((now - begin) / 4000) % 1);
          if (now - painted >= 1000) {
            painted = now;
            window.next();
          }
          if (now - begin < seconds * 1000) requestAnimationFrame(frame);
          else {
            gaps.sort((one, other) => one - other);
            resolve([gaps.length / ((now - begin) / 1000), gaps[Math.floor(gaps.length * 0.99)], gaps.at(-1)]);
          }
        };
        requestAnimationFrame(frame);
      })
      """;

  private ChartFrames() {}

  /// Runs it.
  public static void main(String[] args) {
    int seconds = Integer.parseInt(System.getenv().getOrDefault("SECONDS", "10"));
    System.out.println(Machine.conditions());
    try (Screen screen = Screen.of(Server.shared())) {
      Page page = screen.go("/").page();
      System.out.println("lines: " + page.evaluate(SETUP));
      System.out.println("| part | frames/s | p99 gap ms | longest ms |\n|---|---:|---:|---:|");
      print("nothing moves but a second", page.evaluate(FRAMES, List.of(seconds, false)));
      print("the cursor moves all the time", page.evaluate(FRAMES, List.of(seconds, true)));
      System.out.printf(
          "main thread busy while it follows: %.1f %% of a core%n", busy(page, seconds));
    }
    System.exit(0); // the browser's threads do not end by themselves
  }

  /// The share of the time in which the page's main thread worked, when nothing but a second a
  /// second happens.
  private static double busy(Page page, int seconds) {
    var session = page.context().newCDPSession(page);
    session.send("Performance.enable");
    page.evaluate("() => { window.every = setInterval(window.next, 1000); }");
    page.waitForTimeout(2_000);
    double from = metric(session.send("Performance.getMetrics").toString(), "TaskDuration");
    page.waitForTimeout(seconds * 1_000.0);
    double to = metric(session.send("Performance.getMetrics").toString(), "TaskDuration");
    page.evaluate("() => clearInterval(window.every)");
    return 100 * (to - from) / seconds;
  }

  private static double metric(String json, String name) {
    int at = json.indexOf("\"" + name + "\",\"value\":");
    String rest = json.substring(at + name.length() + 11);
    return Double.parseDouble(rest.substring(0, rest.indexOf('}')));
  }

  private static void print(String part, Object figures) {
    List<?> row = (List<?>) figures;
    System.out.printf(
        "| %s | %.1f | %.1f | %.1f |%n",
        part,
        ((Number) row.get(0)).doubleValue(),
        ((Number) row.get(1)).doubleValue(),
        ((Number) row.get(2)).doubleValue());
  }
}
