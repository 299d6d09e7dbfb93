package dev.hotseat.live.orders;

import dev.hotseat.live.Listing;
import java.util.Map;

/// What one sheet shows now.
@FunctionalInterface
interface Page {
  /// @param with every parameter of the sheet with its value
  Listing read(Map<String, String> with) throws InterruptedException;
}
