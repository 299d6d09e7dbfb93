package dev.hotseat.live;

import dev.hotseat.exchange.Target;
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

  /// Has the system's database kept there instead of in memory. Before it is first asked for.
  ///
  /// @throws IllegalStateException when it is open already
  void keepStore(Store.Home home);

  /// A further database, of a part that keeps its own book: opened when first asked for, private,
  /// dropped on reset, and out of reach of the SQL console.
  ///
  /// @param part name of the part it belongs to
  Store store(String part);

  /// A part of the design as a process that can die. From the first time it is asked for, what
  /// crosses a hop to the part runs inside it.
  ///
  /// @throws IllegalArgumentException when the design has no such part
  Node node(String part);

  /// The system's own front door, for parts that are clients of it: a call through it is a call
  /// like any other, with a trace of its own.
  Target door();

  /// Changes how much a bounded part does at once; calls in progress finish.
  void resize(String part, int slots);

  /// How much a bounded part has to do just now.
  ///
  /// @throws IllegalArgumentException when the design has no such bounded part
  Occupancy occupancy(String part);

  /// Slots of a bounded part.
  ///
  /// @param inUse taken; for a while more than `size` after it was made smaller
  /// @param waiting who waits for one
  record Occupancy(int inUse, int waiting, int size) {}

  /// A visit that no client asked for, so that background work can cross hops: it takes slots,
  /// suffers faults and is counted at the hops like any other, but is no operation and leaves no
  /// trace of its own. Its call is empty and its region is the design's first.
  ///
  /// @param purpose what it is for, such as `write-behind`
  Visit errand(String purpose);

  /// Where work that takes a while is shown.
  Jobs jobs();

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
