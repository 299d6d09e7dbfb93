package dev.hotseat.app;

import io.micronaut.runtime.Micronaut;

/// The process.
public final class Hotseat {
  private Hotseat() {}

  /// Starts the server.
  public static void main(String[] args) {
    Micronaut.run(Hotseat.class, args);
  }
}
