package dev.hotseat.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// B4: what it costs a loaded session to be watched. The same load on one session of a whole
/// server, with nobody listening to its event stream and with a crowd that does; arms go A B B A.
///
/// The listeners live in this process, so their reading is in the cost that is reported.
///
/// Environment: `SECONDS` of each arm (8), `RATE` calls a second (20000), `CROWD` (100), `PAIRS`
/// (3).
public final class Watched {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI session;
  private final String token;
  private final int seconds = number("SECONDS", 8);
  private final int rate = number("RATE", 20_000);
  private final int crowd = number("CROWD", 100);

  private Watched(URI session, String token) {
    this.session = session;
    this.token = token;
  }

  /// Runs it.
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("hotseat-watched");
    try (ApplicationContext house =
        ApplicationContext.run(
            Map.of("hotseat.data", data.toString(), "micronaut.server.port", -1))) {
      URI server = house.getBean(EmbeddedServer.class).start().getURI();
      String opened =
          CLIENT
              .send(
                  HttpRequest.newBuilder(server.resolve("/api/sessions"))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofString("{\"scenario\":\"url-shortener\"}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      System.out.println(Machine.conditions());
      new Watched(
              server.resolve("/api/sessions/" + text(opened, "id") + "/"),
              text(opened, "candidate"))
          .compare(number("PAIRS", 3));
    }
  }

  private void compare(int pairs) throws IOException, InterruptedException {
    patch("levers", "{\"values\":{\"cache\":\"local\",\"clicks\":\"batched\"}}");
    run(List.of());
    System.out.println(
        """
        | listeners | offered/s | p50 ms | p99 ms | CPU µs/call | events/s heard |
        |---:|---:|---:|---:|---:|---:|\
        """);
    for (int pair = 0; pair < pairs; pair++) {
      for (int turn = 0; turn < 2; turn++) {
        boolean watched = (pair + turn) % 2 == 1;
        List<Listener> listeners = new ArrayList<>();
        for (int each = 0; watched && each < crowd; each++) {
          listeners.add(new Listener());
        }
        System.out.println(run(listeners));
        listeners.forEach(Listener::leave);
      }
    }
  }

  private String run(List<Listener> listeners) throws IOException, InterruptedException {
    TimeUnit.SECONDS.sleep(2);
    long cpu = MACHINE.getProcessCpuTime();
    long heard = listeners.stream().mapToLong(each -> each.lines.sum()).sum();
    String number =
        text(
            post(
                "load",
                "{\"ratePerSecond\":%d,\"durationSeconds\":%d,\"mix\":{\"redirect\":1}}"
                    .formatted(rate, seconds)),
            "run");
    String view = get("runs/" + number);
    while (!view.contains("\"state\":\"done\"") && !view.contains("\"state\":\"void\"")) {
      TimeUnit.MILLISECONDS.sleep(200);
      view = get("runs/" + number);
    }
    double micros = (MACHINE.getProcessCpuTime() - cpu) / 1e3;
    double events = listeners.stream().mapToLong(each -> each.lines.sum()).sum() - heard;
    double offered = Double.parseDouble(text(view, "offered"));
    return "| %d | %,.0f | %s | %s | %.1f | %.0f |"
        .formatted(
            listeners.size(),
            offered / seconds,
            text(view, "p50Millis"),
            text(view, "p99Millis"),
            micros / offered,
            events / seconds);
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void patch(String path, String body) throws IOException, InterruptedException {
    send(request(path).method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(session.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json");
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String text(String json, String field) {
    Matcher found = Pattern.compile("\"" + field + "\":\"?([^\",}]+)").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("no " + field + " in " + json);
    }
    return found.group(1);
  }

  private static int number(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, Integer.toString(usual)));
  }

  /// Counts the events of the stream.
  private final class Listener implements Flow.Subscriber<String> {
    private final LongAdder lines = new LongAdder();
    private final CompletableFuture<Flow.Subscription> stream = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<Void>> answer =
        CLIENT.sendAsync(
            request("events").setHeader("Accept", "text/event-stream").GET().build(),
            HttpResponse.BodyHandlers.fromLineSubscriber(this));

    void leave() {
      stream.thenAccept(Flow.Subscription::cancel);
      answer.cancel(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      stream.complete(subscription);
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("data:")) {
        lines.increment();
      }
    }

    @Override
    public void onError(Throwable broken) {
      stream.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
      // the session ended
    }
  }
}
