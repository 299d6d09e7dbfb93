package dev.hotseat.journal;

/// The journal could not do as asked. What was acknowledged before is untouched.
public final class JournalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What went wrong.
  public enum Kind {
    /// No space is left to write to.
    FULL,
    /// The disk or the database failed.
    BROKEN,
    /// A record is not what was written; the message names it.
    DAMAGED,
    /// Another process holds the journal.
    LOCKED,
    /// The journal was closed.
    CLOSED
  }

  private final Kind kind;

  public JournalFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  JournalFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }

  /// The same failure with the stack of one more thread that it hit.
  JournalFailure again() {
    return new JournalFailure(kind, String.valueOf(getMessage()), this);
  }

  static JournalFailure damaged(String stream, long seq, String how) {
    return new JournalFailure(Kind.DAMAGED, "line " + seq + " of stream " + stream + " " + how);
  }

  /// Sorts an error of the database by what its owner can do about it.
  static JournalFailure of(String doing, Exception cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("No space left") || message.contains("Disk quota exceeded")) {
        return new JournalFailure(Kind.FULL, doing + ": no space is left", cause);
      }
      if (message.contains("already in use") || message.contains("file is locked")) {
        return new JournalFailure(Kind.LOCKED, doing + ": another process holds it", cause);
      }
    }
    return new JournalFailure(Kind.BROKEN, doing + ": " + cause.getMessage(), cause);
  }
}
