package dev.hotseat.live.catalogue;

/// Which tables hold the orders just now.
///
/// @param live the table whose content counts
/// @param other the table that is built, or the one kept to go back to; empty where there is none
/// @param both whether writes go to the other as well
/// @param turned whether the other is the one that was live before
record Tables(String live, String other, boolean both, boolean turned) {
  static final Tables FIRST = new Tables("orders", "", false, false);

  boolean two() {
    return !other.isEmpty();
  }

  /// The two in exchanged roles.
  Tables swapped() {
    return new Tables(other, live, both, !turned);
  }

  /// The same with writes to both, or not.
  Tables inStep(boolean both) {
    return new Tables(live, other, both, turned);
  }

  /// Whether reads may be tried on the other: it is being built, or is built.
  boolean onTrial() {
    return two() && !turned;
  }

  Tables alone() {
    return new Tables(live, "", false, false);
  }
}
