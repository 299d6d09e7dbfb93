package dev.hotseat.live.migration;

/// A customer as the old table holds one: everything in one name, money in floating point, a
/// country as somebody typed it.
///
/// @param credit in whole units of the customer's currency, which nobody wrote down
/// @param version counts the writes, from 1
record OldRow(int id, String name, String email, double credit, String country, long version) {
  OldRow {
    if (!Double.isFinite(credit)) {
      throw new IllegalArgumentException("not an amount: " + credit);
    }
  }
}
