package dev.hotseat.live.limiter;

/// A shared counter store: one table, and each question to it is one step, as in a store that runs
/// a script for every command. How far away it is, the hop to it says.
///
/// @param part name in the picture
record CounterStore(String part, KeyTable table) {}
