package dev.hotseat.session;

import java.util.Map;

/// An action that was taken, or begun.
///
/// @param arguments every one with its value
/// @param outcome what it did, one sentence; for one that was begun, what is to be expected
/// @param secondsLeft until it is carried out, on the session's clock; zero when it was
public record Deed(
    String action, Map<String, String> arguments, String outcome, double secondsLeft) {
  /// Whether it is still to be carried out.
  public boolean underWay() {
    return secondsLeft > 0;
  }
}
