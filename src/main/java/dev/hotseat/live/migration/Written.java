package dev.hotseat.live.migration;

/// What became of a write in the tables.
///
/// @param version the row's version afterwards, zero where there was no such row
/// @param reachesNew whether it was to reach the new table, by itself or by the trigger
record Written(long version, boolean reachesNew) {
  boolean found() {
    return version > 0;
  }
}
