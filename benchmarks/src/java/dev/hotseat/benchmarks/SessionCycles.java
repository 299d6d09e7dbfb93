package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.session.Answer;
import dev.hotseat.session.OpenRequest;
import dev.hotseat.session.Session;
import dev.hotseat.session.Sessions;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What it costs to open a session, to hold two hundred of them, and whether anything is left of a
/// thousand that came and went.
///
/// The real thing: the journal in a file, the url-shortener built in full, the interviewer's first
/// words. "Served" is when the live system has answered its first call.
public final class SessionCycles {
  private static final int WARM_UP = 30;
  private static final int AT_ONCE = 200;
  private static final int CYCLES = 1_000;
  private static final int BATCH = 250;
  private static final String SCENARIO = "url-shortener";

  private final Sessions sessions;

  private SessionCycles(Sessions sessions) {
    this.sessions = sessions;
  }

  /// Runs it.
  public static void main(String[] args) throws IOException {
    Path data = Files.createTempDirectory("hotseat-sessions");
    try (ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                "hotseat.data",
                data.toString(),
                "hotseat.session.open-max",
                AT_ONCE + 10,
                "hotseat.session.opens-per-minute",
                1_000_000))) {
      var cycles = new SessionCycles(context.getBean(Sessions.class));
      cycles.cycle(WARM_UP);
      cycles.together();
      cycles.comeAndGo();
    } finally {
      delete(data);
    }
  }

  private void together() {
    long before = usedAfterCollection();
    List<Session> open = new ArrayList<>();
    double[] opened = new double[AT_ONCE];
    double[] served = new double[AT_ONCE];
    for (int i = 0; i < AT_ONCE; i++) {
      long start = System.nanoTime();
      Session session = sessions.open(OpenRequest.practice(SCENARIO)).session();
      opened[i] = millis(start);
      session.handle(miss());
      served[i] = millis(start);
      open.add(session);
    }
    print("open one after another, " + AT_ONCE + " held", opened);
    print("the same until its live system has served a call", served);
    System.out.printf(
        "heap with %d open: %.1f MB each; %d platform threads%n",
        AT_ONCE, (usedAfterCollection() - before) / 1e6 / AT_ONCE, threads());
    double[] answered = new double[AT_ONCE];
    for (int i = 0; i < AT_ONCE; i++) {
      long start = System.nanoTime();
      open.get(i).answer(Answer.says("How many redirects for each creation?"));
      answered[i] = millis(start);
    }
    print("answer and reply, " + AT_ONCE + " sessions ticking", answered);
    open.forEach(each -> sessions.erase(each.id()));
  }

  private void comeAndGo() {
    cycle(BATCH);
    long heapBefore = usedAfterCollection();
    int threadsBefore = threads();
    for (int done = BATCH; done <= CYCLES; done += BATCH) {
      double[] took = cycle(BATCH);
      long grown = usedAfterCollection() - heapBefore;
      System.out.printf(
          "after %,5d more: heap %+.1f MB, platform threads %+d, cycle p50 %.1f ms%n",
          done, grown / 1e6, threads() - threadsBefore, quantile(took, 0.5));
    }
  }

  /// Opens, uses, ends and erases.
  private double[] cycle(int count) {
    double[] took = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      Session session = sessions.open(OpenRequest.practice(SCENARIO)).session();
      session.handle(miss());
      session.answer(Answer.says("How many redirects for each creation?"));
      sessions.erase(session.id());
      took[i] = millis(start);
    }
    return took;
  }

  private static Call miss() {
    return Call.get("/nothing", Map.of(), System.nanoTime());
  }

  private static long usedAfterCollection() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double[] millis) {
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what, quantile(millis, 0.5), quantile(millis, 0.99), quantile(millis, 1));
  }

  private static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .sorted((a, b) -> b.compareTo(a))
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
