package dev.hotseat.history;

/// What can be wrong with a history.
public enum Kind {
  DOUBLED("happened more than once"),
  LOST("was acknowledged and is not there"),
  UNWANTED("was refused and happened all the same"),
  STRAY("happened and nobody asked for it"),
  WRONG_AMOUNT("happened with another amount"),
  UNRESOLVED("is still open after recovery"),
  MISBELIEVED("the system believes the opposite of what happened"),
  REPLY_CHANGED("the same wish was answered in two ways"),
  REPLY_SHARED("two wishes were given the same thing"),
  ORPHAN("is in the first book only"),
  PHANTOM("is in the second book only"),
  UNBALANCED("a transaction does not sum to zero"),
  NOT_CONSERVED("a sum that must stay changed"),
  REWRITTEN("an entry changed or went after it was written"),
  STALE("was read older than it had been acknowledged"),
  OUT_OF_ORDER("was seen or applied backwards"),
  FROM_NOWHERE("was read and never written"),
  NOT_LINEARIZABLE("no order of the operations explains the answers"),
  UNDECIDED("too many orders to try");

  private final String meaning;

  Kind(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
