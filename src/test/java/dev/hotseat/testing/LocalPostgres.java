package dev.hotseat.testing;

import dev.hotseat.live.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/// A real PostgreSQL server, unpacked and started by the first test that asks for it, on a port of
/// its own, and ended with the tests.
///
/// Where the machine cannot run one (an administrator without user namespaces), the tests that need
/// it are skipped; `-Dpostgres=required` has them fail.
public final class LocalPostgres {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private LocalPostgres() {}

  /// The server, running.
  public static PostgresServer server() {
    if (Started.PROBLEM.isEmpty()) {
      return Started.SERVER;
    }
    Assumptions.assumeFalse(
        !"required".equals(System.getProperty("postgres")),
        () -> "no PostgreSQL can be started here: " + Started.PROBLEM);
    throw new AssertionError("no PostgreSQL can be started here: " + Started.PROBLEM);
  }

  private static final class Started {
    static final PostgresServer SERVER;
    static final String PROBLEM;

    static {
      PostgresServer server = PostgresServer.NONE;
      String problem = "";
      try {
        var running =
            EmbeddedPostgres.builder()
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "off")
                .start();
        server =
            new PostgresServer(
                running.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""), "postgres", "");
      } catch (IOException | RuntimeException e) {
        problem = e.toString();
      }
      SERVER = server;
      PROBLEM = problem;
    }
  }
}
