package dev.hotseat.history;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A call that is out. It is completed once; what comes later is ignored, as a client that has
/// given up ignores the answer.
public final class Pending {
  private record Known(long position, Answer answer) {}

  private static final Known NOTHING = new Known(Operation.NEVER, Answer.Unknown.STILL_OUT);

  private final AtomicReference<Known> known = new AtomicReference<>(NOTHING);
  private final AtomicLong positions;
  private final long invoked;
  private final String client;
  private final String action;
  private final String subject;
  private final long asked;

  Pending(
      AtomicLong positions,
      long invoked,
      String client,
      String action,
      String subject,
      long asked) {
    this.positions = positions;
    this.invoked = invoked;
    this.client = client;
    this.action = action;
    this.subject = subject;
    this.asked = asked;
  }

  /// It was done, and the reply says so.
  ///
  /// @param reference what the reply calls the thing that was made, such as a payment's id
  /// @param reply the body as it came; a digest of it is kept
  public void ok(String reference, String reply) {
    complete(new Answer.Ok(0, reference, Digest.of(reply)));
  }

  /// It was done, and this value was read.
  public void ok(long value) {
    complete(new Answer.Ok(value, "", Digest.NONE));
  }

  /// It was not done and never will be.
  public void fail(String why) {
    complete(new Answer.Fail(why));
  }

  /// It may have been done, or may still be: a time-out, a cut connection, a 5xx.
  public void unknown(String why) {
    complete(new Answer.Unknown(why));
  }

  private void complete(Answer answer) {
    known.compareAndSet(NOTHING, new Known(positions.incrementAndGet(), answer));
  }

  Operation seen() {
    Known now = known.get();
    return new Operation(client, action, subject, asked, invoked, now.position(), now.answer());
  }
}
