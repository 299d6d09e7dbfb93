package dev.hotseat.live.migration;

import dev.hotseat.live.Listing;
import dev.hotseat.live.migration.Parity.RangeParity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sheets about moving customers.
final class Pages {
  /// Steps that leave nothing behind when they fail.
  private static final Set<String> LEAVES_NOTHING = Set.of("one-big-update", "create-shadow-index");

  private final Steps steps;
  private final Impact impact;
  private final Backfill backfill;
  private final Verifier verifier;
  private final Scale scale;
  private final Door operator;
  private final Layout layout;

  Pages(Tools tools, Layout layout, Steps steps, Impact impact) {
    this.steps = steps;
    this.impact = impact;
    this.backfill = tools.backfill();
    this.verifier = tools.verifier();
    this.scale = tools.scale();
    this.operator = tools.operator();
    this.layout = layout;
  }

  /// A sheet, by name; empty where it is none of ours.
  Optional<Listing> sheet(String name) throws InterruptedException {
    return Optional.ofNullable(
        switch (name) {
          case "steps" -> steps();
          case "backfill" -> backfill();
          case "parity" -> parity();
          case "mismatches" -> mismatches();
          case "ddl" -> ddl();
          case "rules" -> rules();
          case "disk" -> disk();
          default -> null;
        });
  }

  /// Each step, what can still be undone of it, how long that takes and until when.
  private Listing steps() {
    List<List<String>> rows = new ArrayList<>();
    for (Steps.Step step : steps.all()) {
      Undo undo = undo(step);
      rows.add(
          List.of(
              step.name(),
              step.state().text(),
              Estimates.spoken(Duration.ofNanos(step.tookNanos())),
              step.did(),
              undo.how(),
              undo.takes(),
              undo.until()));
    }
    return Listing.of(
            List.of("step", "state", ">took", "did", "undo", "undoing takes", "possible until"),
            rows)
        .and(rows.isEmpty() ? "Nothing has been done yet." : "");
  }

  private static Undo undo(Steps.Step step) {
    if (step.state() == Steps.State.UNDONE) {
      return new Undo("undone", "", "");
    }
    if (step.state().brokeOff() && LEAVES_NOTHING.contains(step.name())) {
      return new Undo("nothing of it stands", "", "");
    }
    return step.goesBack() ? new Undo("undid what came before", "", "") : Undo.of(step.name());
  }

  private Listing backfill() {
    Progress now = backfill.progress();
    double left = now.secondsLeft();
    return Listing.of(
            List.of(
                "state",
                ">copied",
                ">of",
                ">rows/s",
                "time left",
                ">read",
                ">written",
                ">tried again"),
            List.of(
                List.of(
                    now.state().text(),
                    number(now.done()),
                    number(now.total()),
                    number(Math.round(now.perSecond())),
                    left < 0 ? "" : Estimates.spoken(Duration.ofMillis(Math.round(1_000 * left))),
                    number(backfill.copied()),
                    number(backfill.written()),
                    number(backfill.retried()))))
        .and(now.note());
  }

  private String comparing() {
    Progress now = verifier.bar().now();
    return now.state() == Progress.State.RUNNING
        ? "Comparing: %s of %s. Before that: ".formatted(number(now.done()), number(now.total()))
        : "";
  }

  private Listing parity() {
    Parity last = verifier.last();
    String found =
        last.agrees()
            ? "Compared %s by %s: no difference.".formatted(number(last.compared()), last.how())
            : "Compared %s by %s: %s differ %s."
                .formatted(
                    number(last.compared()),
                    last.how(),
                    number(last.mismatches()),
                    last.differing());
    return Listing.of(
            List.of("ids from", "to", ">old rows", ">new rows", "checksums"),
            last.ranges().stream().map(Pages::range).toList())
        .and(comparing() + (last == Parity.NEVER ? "Nothing has been compared yet." : found));
  }

  private static List<String> range(RangeParity range) {
    return List.of(
        number(range.ids().afterId() + 1),
        number(range.ids().toId()),
        number(range.oldRows()),
        number(range.newRows()),
        range.agrees() ? "agree" : "differ");
  }

  /// What the latest verification found.
  private Listing mismatches() {
    Parity last = verifier.last();
    Listing first =
        Listing.of(
            List.of("id", "kind", "expected", "found"),
            last.examples().stream()
                .map(each ->
                    List.of(
                        Long.toString(each.id()),
                        each.kind().text(),
                        each.expected(),
                        each.found()))
                .toList());
    return last.ids().size() > last.examples().size()
        ? first.and(
            "The first %s of %s."
                .formatted(number(last.examples().size()), number(last.mismatches())))
        : first;
  }

  /// What each step did to readers and writers.
  private Listing ddl() {
    List<String> names = new ArrayList<>();
    names.add(Steps.NONE);
    steps.all().stream().map(Steps.Step::name).distinct().forEach(names::add);
    return Listing.of(
        List.of(
            "step", ">requests", ">failed", ">over 50 ms", ">longest read ms", ">longest write ms"),
        names.stream().map(this::suffered).toList());
  }

  private List<String> suffered(String step) {
    Impact.Figures figures = impact.of(step);
    return List.of(
        step,
        number(figures.requests()),
        number(figures.failed()),
        number(figures.slow()),
        "%.1f".formatted(figures.longestReadMillis()),
        "%.1f".formatted(figures.longestWriteMillis()));
  }

  /// What the rules had to decide while rows were copied, and what they refused.
  private Listing rules() throws InterruptedException {
    List<List<String>> rows =
        operator.on(connection -> {
          List<List<String>> found = new ArrayList<>();
          if (Schema.exists(connection, "conversion_notes")) {
            found.addAll(ConversionLog.notes(connection));
            found.addAll(ConversionLog.refusals(connection));
          }
          return found;
        });
    return Listing.of(List.of("rule", ">rows", "example", "was", "became"), rows)
        .and(rows.isEmpty() ? "Nothing has been converted yet." : "");
  }

  private Listing disk() throws InterruptedException {
    Scale.Sizes sizes = scale.look();
    String old = layout.altered() ? "customers, altered" : "customers";
    return Listing.of(
            List.of("table", ">rows", ">bytes a row", ">MB"),
            List.of(
                size(old, sizes.oldRows(), sizes.oldBytesARow()),
                size(Schema.NEW, sizes.newRows(), sizes.newBytesARow())))
        .and(
            sizes.fileBytes() > 0
                ? "On disk the database has %,.0f MB, with what it has not tidied up yet."
                    .formatted(sizes.mb())
                : "In memory; weights of the values and of the index of addresses.");
  }

  private static List<String> size(String table, long rows, double bytes) {
    return List.of(
        table, number(rows), "%.0f".formatted(bytes), "%.1f".formatted(rows * bytes / 1_000_000));
  }

  private static String number(long value) {
    return "%,d".formatted(value);
  }
}
