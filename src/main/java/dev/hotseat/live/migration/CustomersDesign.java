package dev.hotseat.live.migration;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Everything about the customers service that has a name outside of it.
final class CustomersDesign {
  static final String NAME = "customers";

  private static final String CUSTOMER =
      "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"credit\":12.50,"
          + "\"country\":\"UK\"}";

  private CustomersDesign() {}

  /// @param postgres whether customers may be kept there
  static Design design(boolean postgres) {
    return new Design(
        NAME,
        Topology.parts(),
        Topology.hops(),
        operations(),
        traffic(),
        CustomersLevers.levers(postgres),
        CustomersFaults.faults(),
        actions(),
        CustomersMeasures.gauges(),
        CustomersMeasures.oracles(),
        List.of(),
        CustomersSheets.sheets());
  }

  private static List<Operation> operations() {
    return List.of(
        new Operation("customer", "Show a customer", "GET", "/customers/{id}", ""),
        new Operation("find", "Find customers by e-mail address", "GET", "/customers", ""),
        new Operation("create", "Add a customer", "POST", "/customers", CUSTOMER),
        new Operation(
            "replace", "Replace what a customer says", "PUT", "/customers/{id}", CUSTOMER),
        new Operation("delete", "Remove a customer", "DELETE", "/customers/{id}", ""),
        new Operation(
            "erase",
            "Erase a customer by their own wish: nothing may be left anywhere",
            "POST",
            "/customers/{id}/erasure",
            ""));
  }

  private static List<Traffic> traffic() {
    return List.of(
        new Traffic("read", "Customers are looked at; `skew` (0) prefers some"),
        new Traffic("find", "Customers are looked for by e-mail address"),
        new Traffic(
            "write",
            "Of a hundred writes 90 change a customer, 7 add one and 3 remove one; `skew` (0)"),
        new Traffic("replace", "Customers are changed; `skew` (0)"),
        new Traffic("create", "Customers are added"),
        new Traffic("delete", "Customers are removed"),
        new Traffic("erase", "Customers want to be erased"));
  }

  private static List<Action> actions() {
    return List.of(
        new Action(
            "alter-in-place",
            "Give the old table the new columns by ALTER TABLE, while it is in use",
            Duration.ZERO,
            List.of(),
            "The old columns are gone, and so is what is written while the table is rebuilt"),
        action("create-new-table", "Create the empty table of the new schema"),
        action(
            "create-index-on-hot-table",
            "CREATE INDEX while it is in use: of addresses on the new table, or of countries on the"
                + " old one while there is no new one"),
        action(
            "create-index-concurrently",
            "The same by CREATE INDEX CONCURRENTLY, where the engine has it: PostgreSQL"),
        action("create-shadow-index", "Create the index of e-mail addresses on the new table"),
        action("start-backfill", "Start copying rows as the levers say, from the first customer"),
        action("pause-backfill", "Stop copying for now, after the chunk it is in"),
        action(
            "resume-backfill", "Go on copying after a pause, or from the checkpoint after a death"),
        action("one-big-update", "Copy all rows in one transaction"),
        new Action(
            "verify",
            "Compare the two tables",
            Duration.ZERO,
            List.of(
                Parameter.choice(
                        "how",
                        "how closely: numbers of rows, checksums by range, a sample, every row",
                        List.of("counts", "checksums", "sampled", "full"))
                    .usually("checksums"))),
        action("repair-mismatches", "Write again what the last verification found to differ"),
        new Action(
            "roll-instances",
            "Replace the release of all instances, one by one",
            Duration.ZERO,
            List.of(Parameter.choice("to", "which release", List.of("v1", "v2")).usually("v2"))),
        action(
            "rename-column",
            "Rename the old table's column of names, and roll to a release that knows it so"),
        action("back-one-step", "Undo the last step that can be undone"),
        new Action(
            "cancel",
            "End what is under way: a copy, a comparison, a repair, or the index on a shadow; what it"
                + " has not committed is taken back",
            Duration.ZERO,
            List.of(
                Parameter.choice("what", "which of them", cancellable())
                    .usually(Cancellation.LAST))),
        new Action(
            "drop-old",
            "Drop the old table",
            Duration.ZERO,
            List.of(),
            "What is only in the old table is gone for good"),
        action("estimate", "Say how long copying takes at the present rate, and what it needs"),
        action(
            "audit",
            "Hold every acknowledged write against both tables now, and say what is wrong"));
  }

  private static List<String> cancellable() {
    return Stream.concat(Stream.of(Cancellation.LAST), Cancellation.names().stream()).toList();
  }

  private static Action action(String name, String meaning) {
    return new Action(name, meaning, Duration.ZERO);
  }
}
