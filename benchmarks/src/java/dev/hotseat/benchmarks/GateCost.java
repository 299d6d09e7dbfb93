package dev.hotseat.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.hotseat.session.OpenRequest;
import dev.hotseat.session.Role;
import dev.hotseat.session.Session;
import dev.hotseat.session.Sessions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.QualifiedBeanType;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the way into a live system costs over HTTP: a redirect of the url-shortener under
/// `/live/{liveId}/{code}` beside a bare controller that returns the same redirect.
///
/// Both stand in this process, each in a Netty server with the same settings; the bare one has
/// nothing of ours in it, no filter and no security. The client is `wrk` (it must be installed),
/// the arms go A B B A. Requests a second come from 32 connections, the added median from one. The
/// server's processor time for each request holds on a busy machine too; the other two do not.
///
/// Environment: `PAIRS` (6), `SECONDS` of each arm (5).
public final class GateCost {
  private static final int CONNECTIONS = 32;
  private static final Map<String, Object> PLAIN_SERVER =
      Map.of(
          "micronaut.server.port",
          -1,
          "micronaut.server.host",
          "127.0.0.1",
          "micronaut.security.enabled",
          false,
          "bare.redirect",
          true);
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern BROKEN = Pattern.compile("Socket errors|Non-2xx");

  private final URI live;
  private final URI bare;
  private final int pairs = number("PAIRS", 6);
  private final int seconds = number("SECONDS", 5);

  private GateCost(URI live, URI bare) {
    this.live = live;
    this.bare = bare;
  }

  /// Runs it.
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("hotseat-gate");
    try (ApplicationContext house =
        ApplicationContext.run(
            Map.of("hotseat.data", data.toString(), "micronaut.server.port", -1))) {
      EmbeddedServer server = house.getBean(EmbeddedServer.class).start();
      Session session =
          house.getBean(Sessions.class).open(OpenRequest.practice("url-shortener")).session();
      session.change(Peak.FIT, "", Role.INTERVIEWER);
      URI live = link(server.getURI().resolve("/live/" + session.view().liveId() + "/"));
      BareRedirect.Answer answer = answer(live);
      try (ApplicationContext plain =
          ApplicationContext.builder(PLAIN_SERVER)
              .singletons(answer)
              .beansPredicate(GateCost::notOurs)
              .start()) {
        URI bare = plain.getBean(EmbeddedServer.class).start().getURI().resolve("/bare/abc1234");
        if (!answer(bare).location().equals(answer.location())) {
          throw new IllegalStateException("the two redirects differ");
        }
        System.out.println(Machine.conditions());
        new GateCost(live, bare).compare();
      }
    }
  }

  private static boolean notOurs(QualifiedBeanType<?> bean) {
    Class<?> maker =
        bean instanceof BeanDefinition<?> definition
            ? definition.getDeclaringType().orElse(definition.getBeanType())
            : bean.getBeanType();
    String name = maker.getName();
    return !name.startsWith("dev.hotseat.") || name.startsWith(GateCost.class.getPackageName());
  }

  /// Makes a link over HTTP and says where it is.
  private static URI link(URI system) throws IOException, InterruptedException {
    HttpRequest creation =
        HttpRequest.newBuilder(system.resolve("links"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"url\":\"https://example.com/a/long/way\"}"))
            .build();
    HttpResponse<String> made = send(creation);
    String code = made.body().replaceAll("(?s).*\"code\":\"([^\"]+)\".*", "$1");
    return system.resolve(code);
  }

  private static BareRedirect.Answer answer(URI uri) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(uri).build());
    if (answer.statusCode() != 302) {
      throw new IllegalStateException(uri + " answers " + answer.statusCode());
    }
    return new BareRedirect.Answer(
        answer.headers().firstValue("Location").orElseThrow(),
        answer.headers().firstValue("Cache-Control").orElse(""));
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private void compare() throws IOException, InterruptedException {
    for (int i = 0; i < 3; i++) {
      wrk(live, CONNECTIONS);
      wrk(bare, CONNECTIONS);
    }
    double[][] rates = new double[2][pairs];
    double[][] medians = new double[2][pairs];
    double[][] costs = new double[2][pairs];
    for (int pair = 0; pair < pairs; pair++) {
      for (int turn = 0; turn < 2; turn++) {
        int arm = (pair + turn) % 2;
        URI uri = arm == 0 ? live : bare;
        Heard heard = wrk(uri, CONNECTIONS);
        rates[arm][pair] = heard.perSecond();
        costs[arm][pair] = heard.serverMicros();
        medians[arm][pair] = wrk(uri, 1).medianMicros();
      }
    }
    print(rates, medians, costs);
  }

  private void print(double[][] rates, double[][] medians, double[][] costs) {
    double[] ratio = new double[pairs];
    Arrays.setAll(ratio, pair -> rates[0][pair] / rates[1][pair]);
    double[] added = new double[pairs];
    Arrays.setAll(added, pair -> medians[0][pair] - medians[1][pair]);
    double[] dearer = new double[pairs];
    Arrays.setAll(dearer, pair -> costs[0][pair] / costs[1][pair]);
    System.out.println(
        "| what | live | bare | of each pair: median | min | max |\n|---|---:|---:|---:|---:|---:|");
    System.out.printf(
        "| requests/s, %d connections | %,.0f | %,.0f | ratio %.2f | %.2f | %.2f |%n",
        CONNECTIONS,
        quantile(rates[0], 0.5),
        quantile(rates[1], 0.5),
        quantile(ratio, 0.5),
        quantile(ratio, 0),
        quantile(ratio, 1));
    System.out.printf(
        "| p50 µs, one connection | %.0f | %.0f | added %.0f | %.0f | %.0f |%n",
        quantile(medians[0], 0.5),
        quantile(medians[1], 0.5),
        quantile(added, 0.5),
        quantile(added, 0),
        quantile(added, 1));
    System.out.printf(
        "| µs of server processor a request | %.1f | %.1f | ratio %.2f | %.2f | %.2f |%n",
        quantile(costs[0], 0.5),
        quantile(costs[1], 0.5),
        quantile(dearer, 0.5),
        quantile(dearer, 0),
        quantile(dearer, 1));
  }

  private Heard wrk(URI uri, int connections) throws IOException, InterruptedException {
    long cpuBefore = MACHINE.getProcessCpuTime();
    Process wrk =
        new ProcessBuilder(
                "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", uri.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (wrk.waitFor() != 0 || BROKEN.matcher(said).find()) {
      throw new IllegalStateException("wrk says " + said);
    }
    Matcher rate = found(RATE, said);
    Matcher median = found(MEDIAN, said);
    double unit =
        switch (median.group(2)) {
          case "us" -> 1;
          case "ms" -> 1e3;
          default -> 1e6;
        };
    double serverMicros = (MACHINE.getProcessCpuTime() - cpuBefore) / 1e3;
    return new Heard(
        Double.parseDouble(rate.group(1)),
        Double.parseDouble(median.group(1)) * unit,
        serverMicros / Double.parseDouble(found(COUNT, said).group(1)));
  }

  private static Matcher found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return matcher;
  }

  private static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(usual)));
  }

  private record Heard(double perSecond, double medianMicros, double serverMicros) {}
}
