package dev.hotseat.history;

/// One leg of a transaction in a double-entry book.
///
/// @param id its number in the book
/// @param group the transaction it belongs to
/// @param account whose balance it moves
/// @param unit what is counted, such as `EUR`
/// @param amount in minor units, negative where it is taken
/// @param order its place in the book
public record Entry(String id, String group, String account, String unit, long amount, long order) {

  String words() {
    return "%s: %+d %s on %s".formatted(id, amount, unit, account);
  }
}
