package dev.hotseat.live.catalogue;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;

/// Everything about the shop that has a name outside of it.
final class CatalogueDesign {
  private CatalogueDesign() {}

  static Design design() {
    return new Design(
        "catalogue",
        Topology.parts(),
        Topology.hops(),
        operations(),
        traffic(),
        CatalogueLevers.levers(),
        CatalogueFaults.faults(),
        actions(),
        Measures.gauges(),
        Measures.oracles(),
        List.of(),
        Sheets.declared());
  }

  private static List<Operation> operations() {
    return List.of(
        new Operation(
            "list",
            "The newest 20 orders of a `customer` in a `status` (delivered)",
            "GET",
            "/orders?customer=1&status=delivered",
            ""),
        new Operation(
            "find",
            "Orders of an `email`, for the people at the telephone",
            "GET",
            "/orders?email=customer77@example.com",
            ""),
        new Operation("order", "Show one order", "GET", "/orders/{id}", ""),
        new Operation(
            "spent", "What a customer has spent in all", "GET", "/customers/{id}/spent", ""),
        new Operation(
            "backlog", "How many orders are in a `status`", "GET", "/backlog?status=paid", ""),
        new Operation(
            "place",
            "Place an order",
            "POST",
            "/orders",
            "{\"customer\":17,\"product\":5,\"total\":1999}"),
        new Operation(
            "move",
            "Move an order to another status",
            "PUT",
            "/orders/{id}",
            "{\"status\":\"shipped\"}"));
  }

  private static List<Traffic> traffic() {
    return List.of(
        new Traffic(
            "list", "Customers look at their orders; `large` (0.2) is one customer's share"),
        new Traffic("find", "People at the telephone look for an address"),
        new Traffic("order", "Customers look at an order of late"),
        new Traffic(
            "spent", "The loyalty programme adds up; `large` (0.2) is one customer's share"),
        new Traffic("backlog", "The warehouse counts the orders in a `status` (paid)"),
        new Traffic("place", "Customers place orders"),
        new Traffic("move", "The warehouse moves orders of late to another status"));
  }

  private static List<Action> actions() {
    Parameter columns =
        Parameter.text("columns", "in their order, such as customer_id, created desc", 200);
    return List.of(
        action("create-index", "CREATE INDEX on the live table", columns),
        action(
            "drop-index",
            "DROP INDEX",
            Parameter.text("name", "as the sheet indexes lists it", 200)),
        action(
            "create-index-online",
            "Build a second table that has the index, in paced chunks beside the traffic",
            columns),
        action("pause-build", "Stop copying for a while"),
        action("resume-build", "Go on copying behind the last chunk"),
        action("validate", "Compare both tables row by row"),
        action("swap", "Make the second table the live one; the first is kept"),
        action("swap-back", "Make the old table live again"),
        new Action(
            "drop-old",
            "Drop the old table",
            Duration.ZERO,
            List.of(),
            "without the old table there is nothing to swap back to"),
        action("abandon-build", "Drop the second table before it was live"),
        action(
            "measure-writes",
            "Place the same orders into scratch tables with and without each index, and time them"),
        action("explain", "Look at the plans of all four questions now"));
  }

  private static Action action(String name, String meaning, Parameter... parameters) {
    return new Action(name, meaning, Duration.ZERO, List.of(parameters));
  }
}
