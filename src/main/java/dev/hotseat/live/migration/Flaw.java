package dev.hotseat.live.migration;

/// What is wrong with one customer.
///
/// @param writes acknowledged writes concerned, at least one
/// @param cause name of the step that did it
/// @param what one sentence
record Flaw(long id, Kind kind, long writes, String cause, String what) {
  Flaw causedBy(String step) {
    return new Flaw(id, kind, writes, step, what);
  }

  /// Kinds of flaws, with the names of the oracles.
  enum Kind {
    MISSING("missing"),
    STALE("stale"),
    WRONG("wrong"),
    LOST("lost"),
    DUPLICATED("duplicated"),
    ERASED_BUT_THERE("erasedButThere");

    private final String oracle;

    Kind(String oracle) {
      this.oracle = oracle;
    }

    String oracle() {
      return oracle;
    }
  }
}
