package dev.hotseat.history;

/// One way in which a shelf can be wrong, and what the checker must call it.
enum ShelfFlaw {
  NONE(Kind.UNDECIDED),
  WRITE_LOST(Kind.LOST),
  REPLICA_LAGS(Kind.STALE),
  REPLICAS_TAKE_TURNS(Kind.OUT_OF_ORDER),
  UNCOMMITTED_IS_READ(Kind.FROM_NOWHERE),
  ACKNOWLEDGED_BEFORE_WRITTEN(Kind.NOT_LINEARIZABLE);

  private final Kind found;

  ShelfFlaw(Kind found) {
    this.found = found;
  }

  Kind found() {
    return found;
  }
}
