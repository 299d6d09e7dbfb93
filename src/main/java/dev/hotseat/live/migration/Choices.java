package dev.hotseat.live.migration;

import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Store.Home;
import java.util.Locale;

/// The lever values in force that concern serving, typed. One request reads one set from beginning
/// to end.
///
/// @param readsFromNew per cent of customers
/// @param shadowReads per cent of reads
/// @param batchSize rows copied at once
/// @param store where the customers are to be kept; in memory those who are few
record Choices(
    DualWrite dualWrite,
    boolean versionCheck,
    boolean writeOld,
    int readsFromNew,
    int shadowReads,
    int batchSize,
    long rows,
    Home store) {
  /// Values of the lever `store`.
  static final String H2 = "h2";

  static final String POSTGRESQL = "postgresql";

  static final long ROWS_MIN = 1_000;
  static final long ROWS_MAX = 100_000_000;
  static final long ROWS_USUAL = 200_000;

  /// Lever `dual-write`.
  enum DualWrite {
    OFF,
    TWO_STATEMENTS,
    ONE_TRANSACTION,
    TRIGGER;

    /// As the lever spells it.
    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Choices of(LeverValues levers) {
    return new Choices(
        DualWrite.valueOf(levers.text("dual-write").toUpperCase(Locale.ROOT).replace('-', '_')),
        levers.on("version-check"),
        levers.on("write-old"),
        Integer.parseInt(levers.text("reads-from-new")),
        (int) levers.number("shadow-reads"),
        (int) levers.number("batch-size"),
        levers.number("rows"),
        levers.text("store").equals(POSTGRESQL) ? Home.POSTGRESQL : Home.MEMORY);
  }

  /// Whether v2 answers this customer's reads from the new table. The same customer always falls on
  /// the same side, so that a share of 10 % is the same tenth at every call.
  boolean readsNew(long hash) {
    return Math.floorMod(hash, 100) < readsFromNew;
  }

  /// Whether a write of v2 is to reach the new table.
  boolean reachesNew() {
    return !writeOld || dualWrite != DualWrite.OFF;
  }

  /// Whether requests are written otherwise than under the other choices.
  boolean movesWrites(Choices other) {
    return dualWrite != other.dualWrite
        || versionCheck != other.versionCheck
        || writeOld != other.writeOld
        || readsFromNew != other.readsFromNew;
  }
}
