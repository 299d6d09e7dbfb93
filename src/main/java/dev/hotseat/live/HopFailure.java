package dev.hotseat.live;

import dev.hotseat.exchange.Why;

/// A hop that did not get through. Carries the reason and the status it deserves; has no stack
/// trace, because thousands a second are thrown on purpose.
public final class HopFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Why why;

  public HopFailure(int status, Why why) {
    super(why.reason() + " at " + why.where() + ": " + why.detail(), null, false, false);
    this.status = status;
    this.why = why;
  }

  /// HTTP status of the reply, such as 503 or 504.
  public int status() {
    return status;
  }

  /// The machine-readable reason.
  public Why why() {
    return why;
  }
}
