package dev.hotseat.live;

import dev.hotseat.telemetry.LogBook;
import dev.hotseat.world.Carriers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The background work of one system: begun here, ended here, waited for here.
final class Crew implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  /// Shared by all systems, and by nobody who talks to a candidate.
  private static final ThreadFactory BACKGROUND = Carriers.own("live");

  private final String system;
  private final LogBook logBook;
  private final ExecutorService threads = Executors.newThreadPerTaskExecutor(BACKGROUND);

  Crew(String system, LogBook logBook) {
    this.system = system;
    this.logBook = logBook;
  }

  void begin(String name, Kit.Background work) {
    threads.execute(() -> {
      Thread.currentThread().setName("live-" + system + "-" + name);
      try {
        work.run();
      } catch (InterruptedException _) {
        // the system is being reset or closed
      } catch (RuntimeException bug) {
        logBook.write("ERROR", name, "background work ended\n" + stack(bug), "");
      }
    });
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        logBook.write("ERROR", system, "background work did not heed the interrupt", "");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  static String stack(Throwable bug) {
    StringWriter text = new StringWriter();
    bug.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
