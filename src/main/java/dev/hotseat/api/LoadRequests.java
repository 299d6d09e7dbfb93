package dev.hotseat.api;

import dev.hotseat.api.body.Fields;
import dev.hotseat.api.body.Sent;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.event.Prediction;
import dev.hotseat.session.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a wanted load run, from JSON or from words such as `evening p99/redirect=12ms`.
final class LoadRequests {
  private static final double RATE_MAX = 1e6;
  private static final double SECONDS_MAX = 3_600;
  private static final double WEIGHT_MAX = 1e6;
  private static final double PREDICTED_MAX = 1e12;
  private static final int NAME_MAX = 100;
  private static final int PREDICTIONS_MAX = 20;
  private static final Pattern AMOUNT = Pattern.compile("(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)(.*)");

  private LoadRequests() {}

  static RunRequest wanted(Sent sent) {
    return sent.isJson() ? ofFields(sent.fields()) : ofWords(sent.settings());
  }

  private static RunRequest ofFields(Fields fields) {
    Optional<String> profile = fields.optionalText("profile", NAME_MAX);
    OptionalDouble rate = fields.optionalNumber("ratePerSecond", 0.01, RATE_MAX);
    OptionalDouble seconds = fields.optionalNumber("durationSeconds", 0.1, SECONDS_MAX);
    Map<String, Double> mix = fields.numbers("mix", 0, WEIGHT_MAX);
    String loop = fields.oneOf("loop", List.of("open", "closed"), "");
    List<Prediction> predictions =
        fields.objects("predictions", PREDICTIONS_MAX).stream()
            .map(LoadRequests::prediction)
            .toList();
    checkWhich(fields, rate.isPresent(), seconds.isPresent());
    fields.done();
    return new RunRequest(
        profile.orElse(null),
        boxed(rate),
        boxed(seconds),
        mix.isEmpty() ? null : mix,
        loop.isEmpty() ? null : loop,
        predictions.isEmpty() ? null : predictions);
  }

  private static void checkWhich(Fields fields, boolean rate, boolean seconds) {
    if (fields.has("profile")) {
      for (String own : List.of("ratePerSecond", "mix", "loop")) {
        if (fields.has(own)) {
          fields.fault(own, "nothing beside profile", "a value");
        }
      }
    } else if (!fields.has("ratePerSecond") && !rate) {
      fields.fault("profile", "a profile, or ratePerSecond with durationSeconds", "nothing");
    } else if (!fields.has("durationSeconds") && !seconds) {
      fields.fault("durationSeconds", "how long, in seconds", "nothing");
    }
  }

  private static Prediction prediction(Fields fields) {
    return new Prediction(
        fields.text("metric", NAME_MAX),
        fields.number("value", 0, PREDICTED_MAX),
        fields.optionalText("unit", NAME_MAX).orElse(""));
  }

  private static RunRequest ofWords(Sent.Settings settings) {
    if (!settings.reason().isEmpty()) {
      throw ProblemKind.field("profile", "a profile, then metric=value pairs", settings.reason());
    }
    List<Prediction> predictions = new ArrayList<>();
    settings
        .values()
        .forEach((key, text) -> {
          if (key.contains("/")) {
            predictions.add(predicted(key, text));
          } else if (!key.equals("ratePerSecond") && !key.equals("durationSeconds")) {
            throw ProblemKind.field(
                key, "ratePerSecond, durationSeconds or a metric such as p99/redirect", text);
          }
        });
    String profile = settings.subject();
    Double rate = settings.number("ratePerSecond").orElse(null);
    Double seconds = settings.number("durationSeconds").orElse(null);
    if (profile.isEmpty() && (rate == null || seconds == null)) {
      throw ProblemKind.field(
          "profile", "a profile, or ratePerSecond with durationSeconds", "nothing");
    }
    return new RunRequest(
        profile.isEmpty() ? null : profile,
        rate,
        seconds,
        null,
        null,
        predictions.isEmpty() ? null : predictions);
  }

  private static Prediction predicted(String metric, String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      throw ProblemKind.field(metric, "a number with its unit, such as 12ms", text);
    }
    String unit =
        switch (amount.group(2).strip()) {
          case "/s" -> "per second";
          case "s" -> "s";
          default -> amount.group(2).strip();
        };
    return unit.equals("s")
        ? new Prediction(metric, number(metric, amount) * 1000, "ms")
        : unit.equals("%")
            ? new Prediction(metric, number(metric, amount) / 100, "share")
            : new Prediction(metric, number(metric, amount), unit);
  }

  private static double number(String metric, Matcher amount) {
    try {
      return Double.parseDouble(amount.group(1));
    } catch (NumberFormatException notANumber) {
      throw ProblemKind.field(metric, "a number with its unit, such as 12ms", amount.group());
    }
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
