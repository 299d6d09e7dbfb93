package dev.hotseat.history;

/// What a client knows when its call is over.
public sealed interface Answer {

  /// It was done.
  ///
  /// @param value what was read; 0 where nothing was
  /// @param reference what the reply calls the thing that was made; empty where it names none
  /// @param reply digest of the body
  record Ok(long value, String reference, Digest reply) implements Answer {}

  /// It was not done and never will be.
  record Fail(String why) implements Answer {}

  /// It may have been done.
  record Unknown(String why) implements Answer {
    static final Unknown STILL_OUT = new Unknown("no answer yet");
  }
}
