package dev.hotseat.load;

import dev.hotseat.exchange.CallSource;
import java.util.Map;

/// Where the calls of a kind of traffic come from.
@FunctionalInterface
public interface Traffic {
  /// A source of calls of one kind. A run uses a source on one thread at a time.
  ///
  /// @throws IllegalArgumentException on an unknown traffic or parameter; the message names it
  CallSource source(String traffic, Map<String, String> parameters);
}
