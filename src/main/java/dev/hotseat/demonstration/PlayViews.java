package dev.hotseat.demonstration;

import dev.hotseat.demonstration.PlayView.AskView;
import dev.hotseat.demonstration.PlayView.ChoiceView;
import dev.hotseat.demonstration.PlayView.SideView;
import dev.hotseat.demonstration.PlayView.WatchView;
import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Measure;
import dev.hotseat.load.RunResult;
import dev.hotseat.scenario.Demonstration;
import dev.hotseat.scenario.Demonstration.Mishap;
import dev.hotseat.scenario.Demonstration.Watch;
import dev.hotseat.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What of a play may be told: the answer only when it is over.
record PlayViews(
    String id,
    Scenario scenario,
    Demonstration demonstration,
    Design design,
    long seed,
    Instant startedAt) {

  PlayView view(String state, String note, Side without, Side with) {
    boolean over = !state.equals("playing");
    boolean finished = state.equals("finished");
    double elapsed = elapsed(without, with);
    double whole = demonstration.seconds() * (demonstration.inTurn() ? 2 : 1);
    return new PlayView(
        id,
        demonstration.name(),
        scenario.name(),
        demonstration.title(),
        demonstration.teaches(),
        demonstration.setting(),
        state,
        note.isEmpty() ? notes(without, with) : note,
        seed,
        startedAt,
        over ? 1 : Math.min(1, elapsed / whole),
        elapsed,
        over ? 0 : Math.max(0, whole - elapsed),
        side(without),
        side(with),
        demonstration.faults().stream().map(PlayViews::line).toList(),
        demonstration.watch().stream().map(each -> watch(each, without, with, finished)).toList(),
        ask(over),
        over ? demonstration.explanation() : null);
  }

  private double elapsed(Side without, Side with) {
    return demonstration.inTurn()
        ? without.elapsedSeconds() + with.elapsedSeconds()
        : Math.min(without.elapsedSeconds(), with.elapsedSeconds());
  }

  /// What load runs have to say about their own figures.
  private static String notes(Side without, Side with) {
    return Stream.of(without, with)
        .flatMap(each -> each.result().stream())
        .map(RunResult::note)
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static SideView side(Side side) {
    Optional<RunResult> result = side.result();
    return new SideView(
        side.design().title(),
        side.design().levers(),
        result.map(each -> each.state().name().toLowerCase(Locale.ROOT)).orElse("waiting"),
        result.map(RunResult::offered).orElse(0L),
        result.map(RunResult::served).orElse(0L),
        result.map(RunResult::failures).orElse(0L));
  }

  private static String line(Mishap mishap) {
    return String.format(Locale.ROOT, "%s after %.3g s", mishap.fault(), mishap.afterSeconds());
  }

  private WatchView watch(Watch watch, Side without, Side with, boolean finished) {
    Recorder.Measured one = without.recorder().of(watch.reading());
    Recorder.Measured other = with.recorder().of(watch.reading());
    Double was = one.value();
    Double is = other.value();
    return new WatchView(
        watch.reading(),
        watch.title(),
        unit(watch.reading()),
        was,
        is,
        one.series(),
        other.series(),
        expected(watch),
        finished && watch.isContrast()
            ? was != null && is != null && watch.appeared(was, is)
            : null);
  }

  private static String expected(Watch watch) {
    return watch.isContrast()
        ? String.format(
            Locale.ROOT,
            "at least %.3g times as much %s",
            watch.times(),
            watch.more().name().toLowerCase(Locale.ROOT))
        : "";
  }

  private String unit(String key) {
    int slash = key.indexOf('/');
    String subject = key.substring(slash + 1);
    return switch (slash < 0 ? key : key.substring(0, slash)) {
      case "p50", "p99", "p999", "max", "service", "lag" -> "ms";
      case "rate", "errors", "why", "goodput", "throughput", "achieved" -> "per second";
      case "errorShare" -> "share";
      case "gauge" -> unit(design.gauges(), subject);
      case "oracle" -> unit(design.oracles(), subject);
      default -> "";
    };
  }

  private static String unit(List<Measure> measures, String name) {
    return measures.stream()
        .filter(each -> each.name().equals(name))
        .map(Measure::unit)
        .findFirst()
        .orElse("");
  }

  private AskView ask(boolean over) {
    return new AskView(
        demonstration.ask().question(),
        demonstration.ask().choices().stream()
            .map(each -> new ChoiceView(each.id(), each.text()))
            .toList(),
        over ? demonstration.ask().right() : null);
  }
}
