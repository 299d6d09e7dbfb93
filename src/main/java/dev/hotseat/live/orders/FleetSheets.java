package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.live.Design.Sheet;
import dev.hotseat.live.Kit.Occupancy;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Parameter;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.TickSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What can be seen of the instances: how they are, what their threads do, how they pause.
final class FleetSheets {
  private static final String ALL = "all";
  private static final Parameter WHICH =
      Parameter.text(Words.INSTANCE, "one of them, such as orders.2, or all", 20).usually(ALL);

  private final Fleet fleet;
  private final Seconds seconds;
  private final Breakdown breakdown;
  private final TickSource ticks;

  FleetSheets(Scene scene, Seconds seconds, Breakdown breakdown) {
    this.fleet = scene.fleet();
    this.seconds = seconds;
    this.breakdown = breakdown;
    this.ticks = scene.kit().world().ticks();
  }

  static List<Sheet> sheets() {
    return List.of(
        new Sheet("fleet", "Fleet", "Every instance: what it runs, how busy it is, how fast"),
        new Sheet(
            "threads", "Threads", "What the busy threads of an instance are at", List.of(WHICH)),
        new Sheet("gc", "Pauses", "When processes stood still to free memory", List.of(WHICH)));
  }

  Map<String, Page> pages() {
    return Map.of("fleet", _ -> fleet(), "threads", this::threads, "gc", this::stops);
  }

  private Listing fleet() {
    Readings readings = breakdown.last();
    return Listing.of(
        List.of(
            "instance",
            "zone",
            "state",
            "version",
            ">cpu",
            ">threads",
            ">in line",
            ">pool",
            ">waiting for it",
            ">heap",
            ">paused",
            ">calls/s",
            ">errors",
            ">p50",
            ">p99"),
        fleet.all().stream().map(each -> line(each, seconds.last().of(each), readings)));
  }

  private static List<String> line(Instance instance, Vitals vitals, Readings readings) {
    String name = instance.name();
    return List.of(
        name,
        instance.zone(),
        state(instance),
        instance.started() ? instance.lifetime().version().name() : "",
        Figures.percent(vitals.cpu()),
        of(vitals.threads()),
        "" + instance.waiting(),
        of(vitals.pool()),
        "" + vitals.pool().waiting(),
        Figures.megabytes(vitals.heldBytes()),
        Figures.millis(vitals.pausedMillis()) + "/s",
        Figures.perSecond(readings, "rate/" + name),
        Figures.percent(readings, "errorShare/" + name),
        Figures.millis(readings, "p50/" + name),
        Figures.millis(readings, "p99/" + name));
  }

  private static String state(Instance instance) {
    return instance.started() && !instance.up()
        ? "down"
        : instance.state().name().toLowerCase(Locale.ROOT);
  }

  private static String of(Occupancy part) {
    return part.inUse() + "/" + part.size();
  }

  private Stream<Instance> chosen(Map<String, String> with) {
    String which = text(with, Words.INSTANCE);
    return which.equals(ALL)
        ? fleet.started().stream()
        : Stream.of(fleet.named(which, "?" + Words.INSTANCE));
  }

  /// Those that have been at it longest first.
  private Listing threads(Map<String, String> with) {
    List<Busy> busy = new ArrayList<>();
    long now = ticks.nanos();
    chosen(with)
        .forEach(instance ->
            instance
                .lifetime()
                .tasks()
                .forEach(task ->
                    busy.add(
                        new Busy(
                            instance.name(),
                            task.request().route().operation(),
                            task.doing(),
                            (now - task.begunNanos()) / 1e6,
                            task.visit().traceId()))));
    busy.sort(Comparator.comparingDouble(Busy::millis).reversed());
    return Listing.of(
        List.of("instance", "route", "what it is at", ">for", "trace"),
        busy.stream()
            .map(each ->
                List.of(
                    each.instance(),
                    each.route(),
                    each.doing(),
                    Figures.millis(each.millis()),
                    each.traceId())));
  }

  private record Busy(String instance, String route, String doing, double millis, String traceId) {}

  /// Newest first.
  private Listing stops(Map<String, String> with) {
    List<Stopped> stopped = new ArrayList<>();
    chosen(with)
        .forEach(instance ->
            instance
                .lifetime()
                .heap()
                .stops()
                .forEach(stop -> stopped.add(new Stopped(instance.name(), stop))));
    stopped.sort(Comparator.comparing((Stopped each) -> each.stop().at()).reversed());
    return Listing.of(
        List.of("at", "instance", ">pause", ">held afterwards"),
        stopped.stream()
            .map(each ->
                List.of(
                    Figures.moment(each.stop().at()),
                    each.instance(),
                    Figures.millis(each.stop().took().toNanos() / 1e6),
                    Figures.megabytes(each.stop().heldBytes()))));
  }

  private record Stopped(String instance, Heap.Stop stop) {}
}
