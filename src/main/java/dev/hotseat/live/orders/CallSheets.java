package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.live.Design.Sheet;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Parameter;
import dev.hotseat.telemetry.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What can be seen of calls: those that came, broken down, and those that were made.
final class CallSheets {
  private static final String BY = "by";
  private static final String OF = "of";
  private static final String ALL = "all";
  private static final String CHECKOUT = "checkout";

  private final Fleet fleet;
  private final Config config;
  private final List<Downstream> downstreams;
  private final Breakdown breakdown;

  CallSheets(Scene scene, Breakdown breakdown) {
    this.fleet = scene.fleet();
    this.config = scene.config();
    this.downstreams = List.of(scene.pricing(), scene.payments());
    this.breakdown = breakdown;
  }

  static List<Sheet> sheets() {
    return List.of(
        new Sheet(
            "breakdown",
            "Breakdown",
            "The last five seconds of calls by route, instance, zone or tenant",
            List.of(
                Parameter.choice(BY, "by what", List.copyOf(Breakdown.DIMENSIONS.keySet()))
                    .usually("route"),
                Parameter.choice(OF, "of all calls, or of checkouts", List.of(ALL, CHECKOUT))
                    .usually(ALL))),
        new Sheet(
            "downstreams",
            "Downstreams",
            "Calls of pricing and payments by each instance, since its start, and how it guards"
                + " them"));
  }

  Map<String, Page> pages() {
    return Map.of("breakdown", this::breakdown, "downstreams", _ -> downstreams());
  }

  private Listing breakdown(Map<String, String> with) {
    String by = text(with, BY);
    boolean checkouts = text(with, OF).equals(CHECKOUT);
    Readings readings = breakdown.last();
    List<List<String>> rows = new ArrayList<>();
    for (String name : Breakdown.DIMENSIONS.getOrDefault(by, List.of())) {
      if (by.equals("route")) {
        if (!checkouts || name.equals(CHECKOUT)) {
          rows.add(row(name, name, readings));
        }
      } else {
        rows.add(row(name, checkouts ? Breakdown.checkouts(name) : name, readings));
      }
    }
    return Listing.of(
        List.of(by, ">calls/s", ">errors/s", ">errors", ">p50", ">p99", ">p99.9"), rows);
  }

  private static List<String> row(String name, String subject, Readings readings) {
    return List.of(
        name,
        Figures.perSecond(readings, "rate/" + subject),
        Figures.perSecond(readings, "errors/" + subject),
        Figures.percent(readings, "errorShare/" + subject),
        Figures.millis(readings, "p50/" + subject),
        Figures.millis(readings, "p99/" + subject),
        Figures.millis(readings, "p999/" + subject));
  }

  private Listing downstreams() {
    List<List<String>> rows = new ArrayList<>();
    for (Downstream downstream : downstreams) {
      for (Instance instance : fleet.started()) {
        rows.add(row(instance, downstream));
      }
    }
    return Listing.of(
            List.of(
                "downstream",
                "from",
                ">p95",
                ">calls",
                ">failed tries",
                ">time-outs",
                ">retries",
                ">hedges",
                "time-out",
                ">tries",
                "breaker",
                "hedge",
                ">in its line"),
            rows)
        .and("Retries may be " + config.number(Setting.RETRY_BUDGET) + " % of first tries.");
  }

  private List<String> row(Instance instance, Downstream downstream) {
    Caller caller = instance.caller(downstream);
    Caller.Counts counts = caller.counts();
    Caller.Dials dials = caller.dials();
    return List.of(
        downstream.name(),
        instance.name(),
        Figures.millis(caller.p95Nanos() / 1e6),
        "" + counts.calls(),
        "" + counts.failures(),
        "" + counts.timeouts(),
        "" + counts.retries(),
        "" + counts.hedges(),
        config.number(dials.timeout()) == 0
            ? "none"
            : dials.timeout().written(config.number(dials.timeout())),
        "" + config.number(dials.attempts()),
        config.on(dials.breaker())
            ? caller.breaker().name().toLowerCase(Locale.ROOT).replace('_', '-')
            : "off",
        config.on(dials.hedge()) ? "on" : "off",
        "" + downstream.line());
  }
}
