package dev.hotseat.live.catalogue;

import dev.hotseat.live.Design.Sheet;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Parameter;
import dev.hotseat.live.catalogue.Indexes.Index;
import dev.hotseat.live.catalogue.Plans.Seen;
import dev.hotseat.live.catalogue.WriteCost.Cost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The instruments of the shop: plans before and after, indexes with what they are worth and cost,
/// columns, and what changes did to others.
final class Sheets {
  private final Kit kit;
  private final Router router;
  private final Plans plans;
  private final Indexes indexes;
  private final WriteCost writeCost;
  private final Stalls stalls;
  private final long bornNanos;

  Sheets(Kit kit, Router router, Plans plans, Indexes indexes, WriteCost writeCost, Stalls stalls) {
    this.kit = kit;
    this.router = router;
    this.plans = plans;
    this.indexes = indexes;
    this.writeCost = writeCost;
    this.stalls = stalls;
    this.bornNanos = kit.world().ticks().nanos();
  }

  static List<Sheet> declared() {
    List<String> words = Arrays.stream(Question.values()).map(Question::word).toList();
    return List.of(
        new Sheet(
            "plans",
            "Plans",
            "How the engine has answered a question, before and after; below, its latest plan in full",
            List.of(
                Parameter.choice("question", "which of the four", words)
                    .usually(Question.LIST.word()))),
        new Sheet(
            "indexes",
            "Indexes",
            "What each index holds, who uses it, and what it costs a write once measure-writes has run"),
        new Sheet(
            "columns",
            "Columns",
            "How selective each column is, and what an index of all but its most frequent value would hold"),
        new Sheet(
            "stalls", "Changes and who waited", "What each change did to the calls beside it"));
  }

  Listing of(String sheet, Map<String, String> parameters) throws InterruptedException {
    return switch (sheet) {
      case "plans" -> plans(parameters.getOrDefault("question", Question.LIST.word()));
      case "indexes" -> indexes();
      case "columns" -> columns();
      case "stalls" -> stalls();
      default -> throw new IllegalArgumentException("no such sheet: " + sheet);
    };
  }

  private Listing plans(String word) throws InterruptedException {
    Question question =
        Arrays.stream(Question.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElse(Question.LIST);
    Plan latest = plans.look(question);
    List<List<String>> rows = new ArrayList<>();
    for (Seen each : plans.history(question)) {
      rows.add(
          List.of(
              figure((each.atNanos() - bornNanos) / 1e9),
              String.join(", ", each.plan().used()),
              Long.toString(each.plan().scanned()),
              each.plan().sorted() ? "by the index" : "sorted",
              figure(each.plan().nanos() / 1e6),
              each.sql()));
    }
    return Listing.of(
            List.of(">since s", "goes by", ">looks at", "order", ">ms", "statement"), rows)
        .and(latest.text());
  }

  private Listing indexes() throws InterruptedException {
    Tables now = router.now();
    Map<String, Double> widths = Selectivity.widths(Selectivity.of(kit, now.live()));
    long entries = kit.store().aside(connection -> OrderTable.count(connection, now.live()));
    Map<String, Cost> costs = writeCost.costs();
    List<List<String>> rows = new ArrayList<>();
    for (String table : now.two() ? List.of(now.live(), now.other()) : List.of(now.live())) {
      for (Index each : indexes.on(table)) {
        rows.add(
            List.of(
                each.name(),
                table.equals(now.live()) ? "live" : "second",
                each.plan().text(),
                Long.toString(entries),
                figure(entries * each.plan().bytesPerEntry(widths) / 1e6),
                String.join(", ", plans.usersOf(each.name())),
                covered(each.plan()),
                each.plan().has("status") ? "2" : "0",
                saved(costs, costs.get(each.name()))));
      }
    }
    return Listing.of(
            List.of(
                "index",
                "of the table",
                "columns",
                ">entries",
                ">about MB",
                "used by",
                "covers",
                ">entries a move",
                ">us a new order"),
            rows)
        .and(summary(costs));
  }

  private static String covered(IndexPlan plan) {
    return String.join(
        ", ",
        Arrays.stream(Question.values())
            .filter(each -> plan.covers(each.columns()))
            .map(Question::word)
            .toList());
  }

  /// What a new order costs less without an index.
  private static String saved(Map<String, Cost> costs, @Nullable Cost without) {
    Cost all = costs.get(WriteCost.ALL);
    return all == null || without == null
        ? "not measured"
        : figure(all.micros() - without.micros());
  }

  private static String summary(Map<String, Cost> costs) {
    Cost all = costs.get(WriteCost.ALL);
    Cost none = costs.get(WriteCost.NONE);
    return all == null || none == null
        ? "The primary key is not listed. What an index costs a write is not measured yet: measure-writes."
        : "New orders with all indexes: %.0f/s, p99 %.0f us; without any: %.0f/s, p99 %.0f us."
            .formatted(all.perSecond(), all.p99Micros(), none.perSecond(), none.p99Micros());
  }

  private Listing columns() throws InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (Selectivity.Column each : Selectivity.of(kit, router.now().live())) {
      rows.add(
          List.of(
              each.name(),
              Long.toString(each.distinct()),
              each.top(),
              figure(each.topShare() * 100) + " %",
              Long.toString(each.others())));
    }
    return Listing.of(
        List.of("column", ">different values", "most frequent", ">its share", ">rows without it"),
        rows);
  }

  private Listing stalls() {
    List<List<String>> rows = new ArrayList<>();
    for (Stalls.Change each : stalls.changes()) {
      rows.add(
          List.of(
              each.what(),
              each.outcome(),
              figure(each.tookMillis()),
              figure(each.longestReadMillis()),
              figure(each.longestWriteMillis()),
              Long.toString(each.slow()),
              Long.toString(each.failed())));
    }
    return Listing.of(
        List.of(
            "change",
            "outcome",
            ">took ms",
            ">longest read ms",
            ">longest write ms",
            ">over 200 ms",
            ">failed"),
        rows);
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
