package dev.hotseat.live;

import java.time.Duration;

/// A part that runs work in a memory of its own, and can die of it.
///
/// Work that crosses a hop to the part runs inside the node. When the node is killed, all of that
/// work is cut where it stands: it waits no longer, crosses no further hop, and whoever called it
/// hears `process-died`. What was committed stays, what was in a transaction is rolled back, and
/// what another part was asked for goes on there. Nobody tidies up: that is what a fail-stop is.
public interface Node {
  /// Name of the part.
  String name();

  /// Whether it takes work.
  boolean up();

  /// How often it has died.
  long deaths();

  /// Kills the node; after `down` a new one, which knows nothing, takes its place. Killing one that
  /// is down does nothing.
  void kill(Duration down);
}
