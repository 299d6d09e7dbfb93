package dev.hotseat.live.migration;

import dev.hotseat.live.Listing;
import dev.hotseat.live.migration.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sheets about those who serve, and about the truth.
final class Reports {
  private static final int FLAWS_SHOWN = 200;

  private final Edge edge;
  private final Findings findings;
  private final Witness witness;

  Reports(Edge edge, Findings findings, Witness witness) {
    this.edge = edge;
    this.findings = findings;
    this.witness = witness;
  }

  /// A sheet, by name; empty where it is none of these.
  Optional<Listing> sheet(String name) {
    return switch (name) {
      case "instances" -> Optional.of(instances());
      case "truth" -> Optional.of(truth());
      case "flaws" -> Optional.of(flaws());
      default -> Optional.empty();
    };
  }

  private Listing instances() {
    return Listing.of(
        List.of("instance", "release", "state", ">in flight", ">deaths"),
        edge.instances().stream()
            .map(each ->
                List.of(
                    each.name(),
                    each.release().text(),
                    each.takesWork() ? "serves" : "out of service",
                    number(each.inFlight()),
                    number(each.node().deaths()))));
  }

  private Listing truth() {
    List<String> columns = new ArrayList<>();
    columns.add("caused by");
    for (Kind kind : Kind.values()) {
      columns.add(">" + kind.oracle());
    }
    List<List<String>> rows = new ArrayList<>();
    findings.byCause().forEach((cause, counts) -> rows.add(row(cause, counts)));
    String told = number(witness.remembered()) + " customers' clients were told something. ";
    return Listing.of(columns, rows).and(told + (rows.isEmpty() ? "Nothing is wrong." : ""));
  }

  private static List<String> row(String cause, Map<Kind, Long> counts) {
    List<String> row = new ArrayList<>();
    row.add(cause);
    for (Kind kind : Kind.values()) {
      row.add(number(counts.getOrDefault(kind, 0L)));
    }
    return row;
  }

  private Listing flaws() {
    return Listing.of(
        List.of(">id", "kind", ">writes", "caused by", "what"),
        findings.first(FLAWS_SHOWN).stream()
            .map(flaw ->
                List.of(
                    Long.toString(flaw.id()),
                    flaw.kind().oracle(),
                    number(flaw.writes()),
                    flaw.cause(),
                    flaw.what())));
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }
}
