package dev.hotseat.live.migration;

import dev.hotseat.live.Lever;
import dev.hotseat.live.Lever.Choice;
import dev.hotseat.live.Lever.Number;
import dev.hotseat.live.Lever.Switch;
import java.util.List;

/// The decisions.
final class CustomersLevers {
  private CustomersLevers() {}

  /// @param postgres whether there is a server of it
  static List<Lever> levers(boolean postgres) {
    return List.of(
        new Choice(
            "dual-write",
            "How a write reaches the new table too: not at all, by a second statement of its own,"
                + " in the same transaction, or by a trigger on the old table",
            List.of("off", "two-statements", "one-transaction", "trigger"),
            "off"),
        new Switch(
            "version-check",
            "Whether what is written into the new table gives way to a newer version there",
            false),
        new Switch(
            "write-old",
            "Whether v2 writes the old table at all; off stops the dual write: the new table alone"
                + " is written",
            true),
        new Choice(
            "reads-from-new",
            "Share of customers whose reads v2 answers from the new table, in per cent",
            List.of("0", "1", "10", "50", "100"),
            "0"),
        new Number(
            "shadow-reads",
            "Share of v2's reads that are repeated on the other table and compared",
            0,
            100,
            "%",
            0),
        new Number(
            "backfill-rate",
            "Rows copied per second; 0 is as fast as it goes",
            0,
            500_000,
            "rows/s",
            0),
        new Number("batch-size", "Rows copied in one transaction", 100, 50_000, "rows", 1_000),
        new Switch("throttle-on-lag", "Whether copying waits while the replica lags", false),
        new Number("max-lag", "Lag of the replica at which copying waits", 50, 60_000, "ms", 1_000),
        new Number(
            "replica-rate",
            "Rows that the replica applies in a second",
            1_000,
            1_000_000,
            "rows/s",
            Replica.ROWS_PER_SECOND),
        new Choice(
            "backfill-order",
            "In which order rows are copied",
            List.of("by-id", "by-random"),
            "by-id"),
        new Switch(
            "checkpoint", "Whether copying keeps in the database how far it has come", false),
        new Number(
            "lock-timeout-for-ddl",
            "How long a change of a table's schema waits for its lock before it lets go and tries"
                + " again; 0 waits as long as it takes",
            0,
            60_000,
            "ms",
            0),
        new Lever.AtStart(
            new Number(
                "rows",
                "Customers there are",
                Choices.ROWS_MIN,
                Choices.ROWS_MAX,
                "rows",
                Choices.ROWS_USUAL)),
        new Lever.AtStart(
            new Choice(
                "store",
                "Which engine keeps the customers: PostgreSQL where whoever runs this server has"
                    + " told it of one (hotseat.postgresql.url)",
                postgres ? List.of(Choices.H2, Choices.POSTGRESQL) : List.of(Choices.H2),
                Choices.H2)));
  }
}
