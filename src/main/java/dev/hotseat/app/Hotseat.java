package dev.hotseat.app;

import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import java.net.BindException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The process.
public final class Hotseat {
  private Hotseat() {}

  /// Starts the server.
  ///
  /// It speaks English wherever it runs, so its figures are written as English writes them.
  public static void main(String[] args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    try {
      Micronaut.build(args)
          .mainClass(Hotseat.class)
          .banner(false)
          .mapError(ServerStartupException.class, Hotseat::exitCode)
          .mapError(ApplicationStartupException.class, Hotseat::exitCode)
          .start();
    } catch (ApplicationStartupException failure) {
      if (!portTaken(failure)) {
        throw failure;
      }
      System.err.println(
          "Another program listens on this port already. Set MICRONAUT_SERVER_PORT to a free one,"
              + " for instance: MICRONAUT_SERVER_PORT=8081");
      System.exit(1);
    }
  }

  /// Zero lets the failure come back to us instead of being printed with its stack.
  private static int exitCode(Throwable failure) {
    return portTaken(failure) ? 0 : 1;
  }

  private static boolean portTaken(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }
}
