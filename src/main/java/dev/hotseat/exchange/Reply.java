package dev.hotseat.exchange;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What comes back for a call.
///
/// @param status HTTP status code
/// @param headers header fields to send, by name as written
/// @param body body as text, empty when there is none
/// @param refusal why the call failed or was refused; absent on success
public record Reply(int status, Map<String, String> headers, String body, @Nullable Why refusal) {

  /// A success with a JSON body.
  public static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body, null);
  }

  /// A success with headers and no body.
  public static Reply bare(int status, Map<String, String> headers) {
    return new Reply(status, headers, "", null);
  }

  /// A refusal or failure; the gate renders the reason as a problem document.
  public static Reply refused(int status, Why why) {
    return new Reply(status, Map.of(), "", why);
  }

  /// Why the call failed or was refused.
  public Optional<Why> why() {
    return Optional.ofNullable(refusal);
  }

  /// Whether the system failed the caller, as opposed to answering "no".
  public boolean failed() {
    return status >= 500;
  }

  /// Whether the caller was told to come back later because it asked too often. The system did what
  /// it should; the caller did not get what it came for, and may try again.
  public boolean turnedAway() {
    return status == 429;
  }
}
