package dev.hotseat.live.migration;

import org.jspecify.annotations.Nullable;

/// One customer as both tables have it.
///
/// @param mentioned whether what was written down while copying speaks of it
record Pair(long id, @Nullable OldRow old, @Nullable NewRow fresh, boolean mentioned) {
  /// A customer who is nowhere.
  static Pair nobody(long id) {
    return new Pair(id, null, null, false);
  }

  /// Version in the old table, zero where it is not there.
  long oldVersion() {
    return old == null ? 0 : old.version();
  }

  /// Version in the new table, zero where it is not there.
  long newVersion() {
    return fresh == null ? 0 : fresh.version();
  }

  /// The newest version that is anywhere.
  long present() {
    return Math.max(oldVersion(), newVersion());
  }
}
