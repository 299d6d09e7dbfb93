package dev.hotseat.exchange;

/// How long a client waits, counted from when its call was due, and which class of work it asks
/// for.
///
/// Work finished after the client has left is done for nobody: it counts as throughput, never as
/// goodput.
///
/// @param kind class of the request, such as `interactive` or `report`
/// @param nanos how long the client waits; `Long.MAX_VALUE` is for ever
public record Patience(String kind, long nanos) {

  /// An interactive client that never gives up.
  public static final Patience ENDLESS = new Patience("interactive", Long.MAX_VALUE);

  public Patience {
    if (nanos <= 0) {
      throw new IllegalArgumentException("patience must be positive: " + nanos + " ns");
    }
  }
}
