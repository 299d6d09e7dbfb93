package dev.hotseat.live.catalogue;

import dev.hotseat.live.Lever;
import dev.hotseat.live.Lever.Choice;
import dev.hotseat.live.Lever.Number;
import dev.hotseat.live.Lever.Switch;
import java.util.List;

/// The design decisions. The initial values are what a team writes on its first day with the table.
final class CatalogueLevers {
  private CatalogueLevers() {}

  static List<Lever> levers() {
    return List.of(
        new Choice(
            "order-by",
            "What the list of a customer's orders is sorted by: the date alone, or the whole prefix"
                + " (customer_id, status, created DESC), which says the same",
            List.of("created", "whole-prefix"),
            "created"),
        new Choice(
            "email-match",
            "How orders are found by e-mail: a function on the column, equality, a prefix, or"
                + " anything that contains it",
            List.of("lower", "exact", "prefix", "contains"),
            "lower"),
        new Choice(
            "detail",
            "How the list gets the names of the products: one query for each order, or one join",
            List.of("one-by-one", "join"),
            "one-by-one"),
        new Number(
            "chunk-rows", "Rows that an online build copies at once", 50, 20_000, "rows", 1000),
        new Number(
            "copy-rate",
            "How fast an online build copies; 0 is as fast as it can",
            0,
            500_000,
            "rows/s",
            20_000),
        new Switch(
            "in-step",
            "While an online build runs, each write goes to both tables in one transaction",
            true),
        new Number(
            "reads-from-new",
            "Share of the reads that the second table answers, where there is one",
            0,
            100,
            "%",
            0),
        new Number(
            "pool-size", "Connections to the store", 1, 64, "connections", Topology.POOL_USUAL),
        new Number(
            "rows",
            "Orders the table begins with; in force from the next reset on",
            5_000,
            1_000_000,
            "rows",
            200_000));
  }
}
