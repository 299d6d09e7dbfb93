package dev.hotseat.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// B12: how long from starting the server's process to the first byte of its catalogue, from the
/// jar, as it is and with the JDK's ahead-of-time cache, by turns.
///
/// Needs `target/app/hotseat.jar`: `mvn -DskipTests package`. Runs: environment variable `RUNS`, 7
/// when not given.
public final class Start {
  private static final Path JAR = Path.of("target", "app", "hotseat.jar");
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private final Path folder;

  private Start(Path folder) {
    this.folder = folder;
  }

  /// Runs it.
  public static void main(String[] args) throws IOException, InterruptedException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("no " + JAR + ": mvn -DskipTests package");
    }
    int runs = Integer.parseInt(System.getenv().getOrDefault("RUNS", "7"));
    Path folder = Files.createTempDirectory("hotseat-start");
    try {
      new Start(folder).compare(runs);
    } finally {
      delete(folder);
    }
  }

  private void compare(int runs) throws IOException, InterruptedException {
    System.out.println(Machine.conditions());
    Path cache = folder.resolve("hotseat.aot");
    millis(List.of("-XX:AOTCacheOutput=" + cache));
    double[] plain = new double[runs];
    double[] cached = new double[runs];
    for (int i = 0; i < runs; i++) {
      plain[i] = millis(List.of());
      cached[i] = millis(List.of("-XX:AOTCache=" + cache));
    }
    System.out.println("| start | median ms | min | max |\n|---|---:|---:|---:|");
    print("as it is", plain);
    print("with an ahead-of-time cache", cached);
    double[] ratios = new double[runs];
    Arrays.setAll(ratios, i -> cached[i] / plain[i]);
    Arrays.sort(ratios);
    System.out.printf(
        "ratio of pairs: median %.2f (%.2f to %.2f); cache of %d MB%n",
        ratios[runs / 2], ratios[0], ratios[runs - 1], Files.size(cache) >> 20);
  }

  /// Starts the server, waits for the catalogue, ends the server.
  private double millis(List<String> flags) throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(flags);
    command.addAll(List.of("-jar", JAR.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
    builder.environment().put("HOTSEAT_DATA", folder.resolve("data").toString());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    long begun = System.nanoTime();
    Process server = builder.start();
    try {
      awaitCatalogue(server, port);
      return (System.nanoTime() - begun) / 1e6;
    } finally {
      server.destroy();
      server.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS); // it may write its cache now
      server.destroyForcibly();
    }
  }

  private void awaitCatalogue(Process server, int port) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE_NANOS;
    while (!answers(port)) {
      if (!server.isAlive() || System.nanoTime() > giveUp) {
        throw new IllegalStateException(
            "the server does not answer: " + Files.readString(folder.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  /// Whether the first line of an answer came, and is a good one.
  private static boolean answers(int port) throws IOException {
    String status;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      String request =
          "GET /api/scenarios HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
              .formatted(port);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      status = String.valueOf(in.readLine());
    } catch (IOException notYet) {
      return false;
    }
    if (!status.contains(" 200 ")) {
      throw new IOException("the catalogue answers " + status);
    }
    return true;
  }

  private static void print(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "| %s | %,.0f | %,.0f | %,.0f |%n",
        what, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
