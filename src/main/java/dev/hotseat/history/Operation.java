package dev.hotseat.history;

import java.util.Comparator;

/// One attempt of a client, from its invocation to what it was told.
///
/// @param client who asked
/// @param action what kind of thing was asked
/// @param subject the wish it belongs to, or the register it is about
/// @param asked the value that went with it
/// @param invoked its position in the order of all events when it was sent; also its number
/// @param completed the position at which the client knew; [#NEVER] where it does not
/// @param answer what it knows
public record Operation(
    String client,
    String action,
    String subject,
    long asked,
    long invoked,
    long completed,
    Answer answer) {
  /// After every position.
  public static final long NEVER = Long.MAX_VALUE;

  static final Comparator<Operation> BY_INVOCATION = Comparator.comparingLong(Operation::invoked);

  boolean isOk() {
    return answer instanceof Answer.Ok;
  }

  boolean isFail() {
    return answer instanceof Answer.Fail;
  }

  boolean isUnknown() {
    return answer instanceof Answer.Unknown;
  }

  /// Whether it was over before the other began.
  boolean before(Operation other) {
    return completed < other.invoked;
  }

  /// What was read, or 0 where nothing was.
  long read() {
    return answer instanceof Answer.Ok(long value, _, _) ? value : 0;
  }

  String id() {
    return "#" + invoked;
  }

  Operation knownBy(long mark) {
    return completed <= mark
        ? this
        : new Operation(client, action, subject, asked, invoked, NEVER, Answer.Unknown.STILL_OUT);
  }
}
