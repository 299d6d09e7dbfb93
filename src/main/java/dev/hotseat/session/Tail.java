package dev.hotseat.session;

import dev.hotseat.event.Entry;
import java.time.Duration;
import java.util.List;

/// The live end of a session's journal, from a given entry on: every later entry once, in order.
///
/// A tail holds a position, not a buffer. A slow reader therefore costs nothing while it is slow;
/// one that falls too far behind is cut, and may come back with the last seq that it saw.
public interface Tail extends AutoCloseable {
  /// The next entries, oldest first; empty when none came within `atMost`.
  ///
  /// @throws SessionRefusal `CUT` when the reader is too far behind
  List<Entry> next(Duration atMost) throws InterruptedException;

  /// Whether everything was read and nothing more can come.
  boolean finished();

  @Override
  void close();
}
