package dev.hotseat.live;

import dev.hotseat.world.World;

/// What a service is built on: its parts and hops, its store, its log and its background work.
public interface Kit {
  /// Time, waiting and chance.
  World world();

  /// A hop of the design by name, such as `app.eu>store`.
  ///
  /// @throws IllegalArgumentException when the design has no such hop
  Hop hop(String name);

  /// The system's database. Opened when first asked for; private to this system; dropped on reset.
  Store store();

  /// Changes how much a bounded part does at once; calls in progress finish.
  void resize(String part, int slots);

  /// A visit that no client asked for, so that background work can cross hops: it takes slots,
  /// suffers faults and is counted at the hops like any other, but is no operation and leaves no
  /// trace of its own. Its call is empty and its region is the design's first.
  ///
  /// @param purpose what it is for, such as `write-behind`
  Visit errand(String purpose);

  /// Writes a log line that belongs to no call.
  ///
  /// @param level `INFO`, `WARN` or `ERROR`
  void log(String level, String part, String message);

  /// Starts work that goes on until the system is reset or closed, on a thread the kit owns, ends
  /// by interrupt and waits for.
  void background(String name, Background work);

  /// Work without a caller.
  @FunctionalInterface
  interface Background {
    void run() throws InterruptedException;
  }
}
