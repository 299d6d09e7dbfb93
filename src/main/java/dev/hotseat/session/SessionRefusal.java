package dev.hotseat.session;

/// Something a session does not do as asked. Nothing was changed.
public final class SessionRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Kind {
    /// No scenario of that name.
    NO_SUCH_SCENARIO,
    /// No session, run, trace, fault or action of that name or number.
    NOT_FOUND,
    /// A value is wrong; `field`, `expected` and `got` say which and how.
    INVALID,
    /// The session has ended.
    ENDED,
    /// The session is paused.
    PAUSED,
    /// The role may not do this.
    NOT_ALLOWED,
    /// A load run is under way.
    RUN_GOING_ON,
    /// No load run is under way.
    NO_RUN,
    /// No hint is left, or no question is open.
    NO_HINT,
    /// It does not fit what is going on otherwise: no estimate is open, no choice is.
    CONFLICT,
    /// A fault is refused until the baseline holds, unless forced.
    NOT_HEALTHY,
    /// As many sessions are open as the server allows.
    FULL,
    /// Too many requests in too short a time.
    TOO_FAST,
    /// The session's mailbox is full; try again.
    BUSY,
    /// A reader fell too far behind.
    CUT,
    /// The session was erased.
    GONE,
    /// The journal cannot be written; reading still works.
    STORAGE,
    /// The session's journal or scenario cannot be read.
    UNREADABLE
  }

  private final Kind kind;
  private final String field;
  private final String expected;
  private final String got;

  public SessionRefusal(Kind kind, String message) {
    this(kind, message, "", "", "");
  }

  public SessionRefusal(Kind kind, String message, String field, String expected, String got) {
    super(message);
    this.kind = kind;
    this.field = field;
    this.expected = expected;
    this.got = got;
  }

  /// A value that is wrong.
  public static SessionRefusal invalid(String field, String expected, String got) {
    return new SessionRefusal(
        Kind.INVALID, field + ": expected " + expected + ", got " + got, field, expected, got);
  }

  /// Why.
  public Kind kind() {
    return kind;
  }

  /// The field that is wrong, empty where none is.
  public String field() {
    return field;
  }

  /// What the field takes.
  public String expected() {
    return expected;
  }

  /// What came instead.
  public String got() {
    return got;
  }
}
