package dev.hotseat.live.migration;

/// What a client wants written.
sealed interface Wish {
  long id();

  /// A new customer, whose number the edge has drawn: asked again, it is the same customer.
  record Create(long id, Contents contents) implements Wish {}

  /// All that a customer is to say.
  record Replace(long id, Contents contents) implements Wish {}

  /// A customer less.
  record Delete(long id) implements Wish {}

  /// A customer of whom nothing may be left anywhere.
  record Erase(long id) implements Wish {}

  /// The version after a removal: one more than what it removed, zero where nothing was.
  static long after(long removed) {
    return removed == 0 ? 0 : removed + 1;
  }

  /// Whether nothing is to be there afterwards.
  default boolean removes() {
    return this instanceof Delete || this instanceof Erase;
  }
}
