package dev.hotseat.live.orders;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;

/// A call that asks for something that cannot be had. Carries its reply; has no stack trace.
final class Objection extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Why why;

  Objection(int status, String reason, String where, String detail) {
    super(reason, null, false, false);
    this.status = status;
    this.why = new Why(reason, where, detail);
  }

  Reply reply() {
    return Reply.refused(status, why);
  }
}
