package dev.hotseat.history;

/// One way in which a till can be wrong, and what the checker must call it.
enum Flaw {
  NONE(Kind.UNDECIDED),
  NO_KEY(Kind.DOUBLED),
  CHECK_THEN_INSERT(Kind.DOUBLED),
  KEY_SAVED_AFTER_CHARGE(Kind.DOUBLED),
  KEY_FORGOTTEN_EARLY(Kind.DOUBLED),
  PROVIDER_NEVER_GIVEN_A_KEY(Kind.DOUBLED),
  TIME_OUT_TAKEN_FOR_FAILURE(Kind.UNWANTED),
  REPLIED_BEFORE_COMMIT(Kind.ORPHAN),
  RECORDED_BEFORE_CHARGE(Kind.PHANTOM),
  KEY_NEVER_EXPIRES(Kind.LOST),
  NO_FINGERPRINT(Kind.LOST),
  ONE_SCOPE_FOR_ALL_TENANTS(Kind.REPLY_SHARED),
  REPLY_BUILT_ANEW(Kind.REPLY_CHANGED),
  LEGS_IN_TWO_TRANSACTIONS(Kind.UNBALANCED),
  AMOUNT_IN_A_SHARED_FIELD(Kind.WRONG_AMOUNT),
  NOBODY_RECOVERS(Kind.UNRESOLVED);

  private final Kind found;

  Flaw(Kind found) {
    this.found = found;
  }

  Kind found() {
    return found;
  }
}
