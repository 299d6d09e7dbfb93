package dev.hotseat.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole server on a free port, started once for all tests that call it over HTTP.
///
/// Tests of the HTTP surface share it, because a start costs seconds; each opens sessions of its
/// own. A test that stops a server starts one of its own.
public final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();

  private final EmbeddedServer embedded;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Server(int port, Path data) {
    this(port, data, Path.of("scenarios"));
  }

  private Server(int port, Path data, Path scenarios) {
    this.embedded =
        ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                "hotseat.scenarios",
                scenarios.toString(),
                "micronaut.server.port",
                port,
                "hotseat.data",
                data.toString(),
                "hotseat.session.open-max",
                1_000,
                "hotseat.session.opens-per-minute",
                10_000,
                "hotseat.session.clock-speed-max",
                60));
  }

  /// A server of one's own, on a free port.
  public static Server fresh(Path data) {
    return new Server(-1, data);
  }

  /// A server of one's own over other scenarios than the shipped ones.
  public static Server over(Path scenarios, Path data) {
    return new Server(-1, data, scenarios);
  }

  /// A server that takes the place of one that was stopped: the same port, the same data.
  public static Server again(int port, Path data) {
    return new Server(port, data);
  }

  /// The server that all tests of this run share.
  public static Server shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final Server SERVER = new Server(-1, folder());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }

  /// Stops it, as an operator does.
  @Override
  public void close() {
    embedded.close();
  }

  /// A bean of the running server.
  public <T> T bean(Class<T> type) {
    return embedded.getApplicationContext().getBean(type);
  }

  public int port() {
    return embedded.getPort();
  }

  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  /// Opens a session of the first shipped scenario.
  public Opened open(String mode) {
    return open("url-shortener", mode);
  }

  /// Opens a session.
  public Opened open(String scenario, String mode) {
    return open(scenario, mode, 4711, 1);
  }

  /// Opens a session of that seed, whose clock goes so many times as fast.
  public Opened open(String scenario, String mode, long seed, double clockSpeed) {
    String wanted =
        """
        {"scenario": "%s", "mode": "%s", "seed": %d, "clockSpeed": %s}\
        """
            .formatted(scenario, mode, seed, clockSpeed);
    return new Opened(this, call("POST", "/api/sessions").json(wanted).send().json());
  }

  /// A request to be sent; a path, or a whole address.
  public Request call(String method, String target) {
    return new Request(this, method, target.startsWith("http") ? target : origin() + target);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("hotseat-test");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /// An open session and its tokens.
  public record Opened(Server server, JsonNode json) {
    public String path() {
      return "/api/sessions/" + json.get("id").asString();
    }

    public String token(String role) {
      return json.get("tokens").get(role).asString();
    }

    public String liveUrl() {
      return json.get("liveUrl").asString();
    }

    /// A request below the session's path, with the token of a role.
    public Request as(String role, String method, String below) {
      return server.call(method, path() + below).bearer(token(role));
    }
  }

  /// A request under construction.
  public static final class Request {
    private final Server server;
    private final String method;
    private final String address;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = new byte[0];

    private Request(Server server, String method, String address) {
      this.server = server;
      this.method = method;
      this.address = address;
    }

    public Request header(String name, String value) {
      headers.add(name);
      headers.add(value);
      return this;
    }

    public Request bearer(String token) {
      return header("Authorization", "Bearer " + token);
    }

    public Request json(String text) {
      return header("Content-Type", "application/json")
          .bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Request text(String words) {
      return header("Content-Type", "text/plain")
          .bytes(words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Request bytes(byte[] content) {
      body = content;
      return this;
    }

    /// Sends it and waits for the whole answer.
    public Answer send() {
      return new Answer(exchange(BodyHandlers.ofString()));
    }

    /// Sends it and reads the answer as it comes.
    public HttpResponse<java.io.InputStream> stream() {
      return exchange(BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> exchange(HttpResponse.BodyHandler<T> handler) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(PATIENCE)
              .method(method, BodyPublishers.ofByteArray(body));
      if (!headers.isEmpty()) {
        request.headers(headers.toArray(String[]::new));
      }
      try {
        return server.client.send(request.build(), handler);
      } catch (IOException broken) {
        throw new UncheckedIOException(method + " " + address, broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  /// What came back.
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return JSON.readTree(body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public String type() {
      return header("Content-Type");
    }
  }
}
