package dev.hotseat.live.orders;

import java.util.Map;

/// What an action of the design does, and says that it did in one sentence.
@FunctionalInterface
interface Act {
  /// @param with every parameter of the action with its value
  String by(Map<String, String> with) throws InterruptedException;
}
