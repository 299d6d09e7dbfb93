package dev.hotseat.live.migration;

/// The ways to the database of those who move customers.
///
/// @param copy of the process that copies
/// @param check of the process that compares
/// @param operator of the person who changes schemas
record Doors(Door copy, Door check, Door operator) {}
