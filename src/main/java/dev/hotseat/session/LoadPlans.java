package dev.hotseat.session;

import dev.hotseat.event.Prediction;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Stage;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.NamedProfile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Load runs as they are asked for, turned into profiles.
final class LoadPlans {
  /// Name of a plan of one's own.
  static final String OWN = "own";

  private static final String RUN = "run";
  private static final List<String> OF_TRAFFIC =
      List.of("p50", "p99", "p999", "max", "errorShare", "rate", "errors", "count", "service");
  private static final List<String> OF_THE_RUN =
      List.of("goodput", "throughput", "achieved", "lag", "retries", "abandoned", "cores");
  private static final List<String> OF_REASONS = List.of("why", "failed");
  private static final int REASON_CHARS_MAX = 100;

  private static final int PREDICTIONS_MAX = 20;
  private static final int UNIT_CHARS_MAX = 20;
  private static final int OWN_CLIENTS = 100;
  private static final double SECONDS_MIN = 0.5;

  private final Scenario scenario;
  private final Design design;

  LoadPlans(Scenario scenario, Design design) {
    this.scenario = scenario;
    this.design = design;
  }

  /// @throws SessionRefusal `INVALID`
  Profile profile(RunRequest request) {
    try {
      String name = request.profile();
      return name == null || name.isBlank() || name.equals(OWN)
          ? own(request)
          : squeezed(named(name), request.durationSeconds());
    } catch (Refusal refusal) {
      throw invalid(refusal);
    }
  }

  static SessionRefusal invalid(Refusal refusal) {
    return SessionRefusal.invalid(refusal.field(), refusal.expected(), refusal.got());
  }

  private Profile named(String name) {
    return scenario.profiles().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(NamedProfile::plan)
        .orElseThrow(() ->
            SessionRefusal.invalid(
                "profile",
                "one of "
                    + String.join(
                        ", ", scenario.profiles().stream().map(NamedProfile::name).toList()),
                name));
  }

  private Profile own(RunRequest request) {
    double rate = given("ratePerSecond", request.ratePerSecond());
    double seconds = given("durationSeconds", request.durationSeconds());
    Duration lasting = duration(seconds);
    List<Flow> mix = mix(request.mix());
    String loop = request.loop() == null ? "open" : request.loop();
    Loop drive =
        switch (loop) {
          case "open" -> new Loop.Open(Loop.Spacing.POISSON, List.of(Stage.hold(rate, lasting)));
          case "closed" -> Loop.Closed.reaching(rate, OWN_CLIENTS, lasting);
          default -> throw SessionRefusal.invalid("loop", "open or closed", loop);
        };
    return new Profile(OWN, drive, mix);
  }

  private static double given(String field, @Nullable Double value) {
    if (value == null || !(value > 0) || !Double.isFinite(value)) {
      throw SessionRefusal.invalid(field, "a number above 0", String.valueOf(value));
    }
    return value;
  }

  private static Duration duration(double seconds) {
    if (!(seconds >= SECONDS_MIN && seconds < Integer.MAX_VALUE)) {
      throw SessionRefusal.invalid(
          "durationSeconds", "at least " + SECONDS_MIN, Double.toString(seconds));
    }
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private List<Flow> mix(@Nullable Map<String, Double> weights) {
    List<String> known = design.traffic().stream().map(Traffic::name).toList();
    if (weights == null || weights.isEmpty()) {
      return known.stream().map(each -> Flow.of(each, 1)).toList();
    }
    weights.keySet().stream()
        .filter(each -> !known.contains(each))
        .findFirst()
        .ifPresent(each -> {
          throw SessionRefusal.invalid("mix", "one of " + String.join(", ", known), each);
        });
    return weights.entrySet().stream()
        .map(each -> Flow.of(each.getKey(), given("mix." + each.getKey(), each.getValue())))
        .toList();
  }

  /// The same shape in another time, where one is asked for.
  private static Profile squeezed(Profile profile, @Nullable Double seconds) {
    return seconds == null ? profile : profile.lasting(duration(seconds));
  }

  /// A plan in one line, such as `2,000/s for 30 s, open, poisson`.
  static String line(Profile profile) {
    return switch (profile.loop()) {
      case Loop.Open(var spacing, var stages) ->
          stages.stream().map(LoadPlans::line).collect(Collectors.joining(", then "))
              + ", open, "
              + (spacing == Loop.Spacing.POISSON ? "poisson" : "even");
      case Loop.Closed(int clients, Duration think, Duration lasting) ->
          clients
              + " clients thinking "
              + think.toMillis()
              + " ms for "
              + seconds(lasting)
              + ", closed";
    };
  }

  private static String line(Stage stage) {
    String rate =
        stage.fromPerSecond() == stage.toPerSecond()
            ? rate(stage.fromPerSecond())
            : rate(stage.fromPerSecond()) + " to " + rate(stage.toPerSecond());
    return rate + " for " + seconds(stage.duration());
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
  }

  private static String seconds(Duration lasting) {
    double seconds = lasting.toNanos() / 1e9;
    return seconds == Math.rint(seconds)
        ? (long) seconds + " s"
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /// @throws SessionRefusal `INVALID` when one cannot be compared with anything
  List<Prediction> predictions(@Nullable List<Prediction> given) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > PREDICTIONS_MAX) {
      throw SessionRefusal.invalid(
          "predictions", "at most " + PREDICTIONS_MAX, Integer.toString(given.size()));
    }
    return given.stream().map(this::checked).toList();
  }

  private Prediction checked(Prediction prediction) {
    if (prediction.metric() == null || !measured(prediction.metric())) {
      throw SessionRefusal.invalid("predictions.metric", metrics(), "" + prediction.metric());
    }
    if (!(prediction.value() >= 0) || !Double.isFinite(prediction.value())) {
      throw SessionRefusal.invalid(
          "predictions.value", "0 or more", Double.toString(prediction.value()));
    }
    String unit = prediction.unit();
    if (unit != null && unit.length() > UNIT_CHARS_MAX) {
      throw SessionRefusal.invalid(
          "predictions.unit", "at most " + UNIT_CHARS_MAX + " characters", unit.length() + "");
    }
    return unit == null || unit.isBlank()
        ? new Prediction(prediction.metric(), prediction.value(), unit(prediction.metric()))
        : prediction;
  }

  /// Whether a run can measure it; what cannot be measured would always count as missed.
  private boolean measured(String metric) {
    int slash = metric.indexOf('/');
    String measure = metric.substring(0, Math.max(0, slash));
    String subject = metric.substring(slash + 1);
    if (OF_REASONS.contains(measure)) {
      return !subject.isEmpty() && subject.length() <= REASON_CHARS_MAX;
    }
    if (OF_THE_RUN.contains(measure)) {
      return subject.equals(RUN);
    }
    int at = subject.indexOf('@');
    String traffic = at < 0 ? subject : subject.substring(0, at);
    return OF_TRAFFIC.contains(measure) && (subject.equals(RUN) || subjects().contains(traffic));
  }

  private List<String> subjects() {
    return design.traffic().stream().map(Traffic::name).toList();
  }

  private String metrics() {
    return "measure/subject, such as p99/"
        + subjects().getFirst()
        + ", with one of "
        + String.join(", ", OF_TRAFFIC)
        + " and one of run, "
        + String.join(", ", subjects());
  }

  /// The unit that a measure has by itself.
  private static String unit(String metric) {
    return switch (metric.substring(0, metric.indexOf('/'))) {
      case "p50", "p99", "p999", "max" -> "ms";
      case "errorShare" -> "share";
      case "rate", "errors", "why" -> "per second";
      default -> "calls";
    };
  }
}
