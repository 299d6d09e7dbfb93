package dev.hotseat.live.catalogue;

import dev.hotseat.live.Design.Measure;
import java.util.ArrayList;
import java.util.List;

/// What the shop itself can tell about its plans, its indexes and its changes, and about the truth.
final class Measures {
  private Measures() {}

  static List<Measure> gauges() {
    List<Measure> gauges = new ArrayList<>();
    for (Question each : Question.values()) {
      gauges.add(
          new Measure(
              scanned(each),
              "rows",
              "Rows and index entries that `" + each.word() + "` looks at, by EXPLAIN ANALYZE"));
    }
    gauges.addAll(
        List.of(
            new Measure("statementsPerList", "statements", "Statements for each list, last second"),
            new Measure("indexes", "indexes", "Secondary indexes of the live table"),
            new Measure("entriesPerPlace", "entries", "Index entries each new order costs"),
            new Measure(
                "entriesPerMove", "entries", "Index entries that a change of the status costs"),
            new Measure("rows", "rows", "Orders there are"),
            new Measure("buildShare", "share", "How much of an online build is copied"),
            new Measure("buildRowsPerSecond", "rows/s", "How fast it copies"),
            new Measure("buildTook", "s", "How long the last online build took"),
            new Measure(
                "behind", "writes", "Acknowledged writes that the table being built has not"),
            new Measure("differences", "rows", "Rows that differed when last validated"),
            new Measure(
                "longestStall", "ms", "Longest call beside the latest change of tables or indexes"),
            new Measure("longestReadStall", "ms", "The same of reads"),
            new Measure("longestWriteStall", "ms", "The same of writes"),
            new Measure(
                "failedBesideChanges",
                "calls",
                "Calls that failed beside changes, since the start"),
            new Measure("newShare", "share", "Reads the second table answers")));
    return List.copyOf(gauges);
  }

  static String scanned(Question question) {
    String word = question.word();
    return "scannedBy" + Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static List<Measure> oracles() {
    return List.of(
        new Measure("lostWrites", "orders", "Acknowledged orders that the live table has not"),
        new Measure("staleRows", "orders", "Orders whose last acknowledged change is missing"),
        new Measure("missedReads", "reads", "404 for an order that exists"));
  }
}
