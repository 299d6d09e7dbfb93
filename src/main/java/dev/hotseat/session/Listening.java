package dev.hotseat.session;

import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.hearing.Ear;
import dev.hotseat.hearing.Heard;
import dev.hotseat.interview.InterviewState.OpenQuestion;
import dev.hotseat.phrase.Quantities;
import dev.hotseat.phrase.Quantity;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Turns what a candidate says into what the journal keeps of it: the words with what was heard in
/// them.
final class Listening {
  private final Ear ear;
  private final int charsMax;

  Listening(Ear ear, int charsMax) {
    this.ear = ear;
    this.charsMax = charsMax;
  }

  /// @throws SessionRefusal `INVALID` or `CONFLICT` when it is no answer to what is open
  Answered heard(Answer answer, Optional<OpenQuestion> open) {
    String words = answer.text() == null ? "" : answer.text().strip();
    if (words.length() > charsMax) {
      throw SessionRefusal.invalid(
          "text", "at most " + charsMax + " characters", words.length() + " characters");
    }
    Optional<Option> choice = choice(answer, open);
    Map<String, Double> assumptions = assumptions(answer, open);
    Optional<Amount> amount = answer.value() == null ? amountIn(words, open) : amount(answer, open);
    if (words.isEmpty() && choice.isEmpty() && amount.isEmpty() && assumptions.isEmpty()) {
      throw SessionRefusal.invalid("text", "words, a value or a choice", "nothing");
    }
    Heard heard = ear.hear(words, open.map(OpenQuestion::text).orElse(""));
    return new Answered(
        open.map(OpenQuestion::id).orElse(""),
        words.isEmpty() ? reading(choice, amount, assumptions) : words,
        amount.map(Amount::value).orElse(null),
        amount.map(Amount::unit).orElse(""),
        choice.map(Option::id).orElse(""),
        assumptions,
        heard.mentions(),
        heard.asks(),
        heard.clarifications(),
        heard.echoShare(),
        heard.asksInVain());
  }

  private record Amount(Double value, String unit) {}

  private static Optional<Option> choice(Answer answer, Optional<OpenQuestion> open) {
    String chosen = answer.choice();
    if (chosen == null || chosen.isBlank()) {
      return Optional.empty();
    }
    List<Option> options = open.map(OpenQuestion::options).orElse(List.of());
    if (options.isEmpty()) {
      throw new SessionRefusal(SessionRefusal.Kind.CONFLICT, "No choice is open.");
    }
    return Optional.of(
        options.stream()
            .filter(each -> each.id().equals(chosen))
            .findFirst()
            .orElseThrow(() ->
                SessionRefusal.invalid(
                    "choice",
                    "one of " + String.join(", ", options.stream().map(Option::id).toList()),
                    chosen)));
  }

  private static Optional<Amount> amount(Answer answer, Optional<OpenQuestion> open) {
    OpenQuestion question =
        estimate(open)
            .orElseThrow(
                () -> new SessionRefusal(SessionRefusal.Kind.CONFLICT, "No estimate is open."));
    double value = answer.value() == null ? Double.NaN : answer.value();
    if (!Double.isFinite(value)) {
      throw SessionRefusal.invalid("value", "a number", Double.toString(value));
    }
    String unit =
        answer.unit() == null || answer.unit().isBlank() ? question.unit() : answer.unit().strip();
    if (Units.convert(value, unit, question.unit()).isEmpty()) {
      throw SessionRefusal.invalid("unit", "a unit of " + question.unit(), unit);
    }
    return Optional.of(new Amount(value, unit));
  }

  /*
   * "About 8 TB" is an estimate as well. It counts as one when exactly one quantity among the words
   * can be measured in the unit asked for; with two of them nobody can know which is meant, and the
   * interviewer asks.
   */
  private static Optional<Amount> amountIn(String words, Optional<OpenQuestion> open) {
    return estimate(open)
        .flatMap(question -> {
          List<Amount> found =
              Quantities.in(words).stream()
                  .flatMap(each -> in(question.unit(), each).stream())
                  .toList();
          return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        });
  }

  private static Optional<Amount> in(String unit, Quantity quantity) {
    String base =
        switch (quantity.dimension()) {
          case BYTES -> "bytes";
          case BANDWIDTH -> "bytes/s";
          case TIME -> "seconds";
          case COUNT -> quantity.of();
          case RATE, SHARE, FACTOR -> unit;
        };
    if (base.isEmpty() && !quantity.isTelling()) {
      return Optional.empty();
    }
    OptionalDouble value = Units.convert(quantity.value(), base, unit);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(new Amount(Rounded.of(value.getAsDouble()), unit));
  }

  private static Optional<OpenQuestion> estimate(Optional<OpenQuestion> open) {
    return open.filter(each -> each.kind() == Question.Kind.ESTIMATE);
  }

  private static Map<String, Double> assumptions(Answer answer, Optional<OpenQuestion> open) {
    Map<String, Double> stated = answer.assumptions();
    if (stated == null || stated.isEmpty()) {
      return Map.of();
    }
    List<Assumption> known = open.map(OpenQuestion::assumptions).orElse(List.of());
    Map<String, Double> checked = new LinkedHashMap<>();
    stated.forEach((name, value) -> checked.put(name, checked(name, value, known)));
    return checked;
  }

  private static double checked(String name, @Nullable Double value, List<Assumption> known) {
    String field = "assumptions." + name;
    Assumption assumption =
        known.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                SessionRefusal.invalid(
                    field,
                    known.isEmpty()
                        ? "no assumptions here"
                        : "one of "
                            + String.join(", ", known.stream().map(Assumption::name).toList()),
                    name));
    if (value == null || !(value >= assumption.min() && value <= assumption.max())) {
      throw SessionRefusal.invalid(
          field, number(assumption.min()) + ".." + number(assumption.max()), "" + value);
    }
    return value;
  }

  /// How a choice or a bare number reads.
  private static String reading(
      Optional<Option> choice, Optional<Amount> amount, Map<String, Double> assumptions) {
    StringBuilder text = new StringBuilder();
    choice.ifPresent(each -> text.append(each.text()));
    amount.ifPresent(each -> text.append(number(each.value())).append(" ").append(each.unit()));
    if (!assumptions.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append("assuming ");
      text.append(
          String.join(
              ", ",
              assumptions.entrySet().stream()
                  .map(each -> each.getKey() + " = " + number(each.getValue()))
                  .toList()));
    }
    return text.toString().strip();
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
