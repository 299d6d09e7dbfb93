package dev.hotseat.live.migration;

import java.util.Optional;

/// What may be asked of the tables at the moment.
interface Terms {
  /// Whether anybody reads or writes the old table.
  boolean oldServes();

  /// Whether the old table was altered in place, so that there is one table only.
  boolean altered();

  /// Whether this customer ought to be in the new table by now: it was copied, its last write went
  /// there, or its reads are answered there.
  boolean oughtInNew(long id, Optional<Known> known);

  /// The customer as the beginning had it; empty for one that was created later.
  Optional<OldRow> seeded(long id);

  /// Whether somebody asked for its removal and was never told the outcome.
  boolean perhapsRemoved(long id);

  /// Name of the step that was under way when a client was told something.
  String cause(int number);

  /// Name of the step that dropped the old table, empty while it is there.
  Optional<String> dropped();

  /// Name of the step that copied rows last.
  String copiedBy();
}
