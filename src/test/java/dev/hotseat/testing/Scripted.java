package dev.hotseat.testing;

import dev.hotseat.scenario.Condition;
import dev.hotseat.scenario.Expression;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Template;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Conditions, numbers and words of a script, as code instead of text.
public final class Scripted {
  private Scripted() {}

  /// Words without numbers.
  public static Template words(String text) {
    return words(text, _ -> text);
  }

  /// Words with numbers.
  public static Template words(String source, Function<Facts, String> words) {
    return new Template() {
      @Override
      public String source() {
        return source;
      }

      @Override
      public String over(Facts facts) {
        return words.apply(facts);
      }
    };
  }

  /// A condition that reads nothing it would tell of.
  public static Condition when(String source, Predicate<Facts> holds) {
    return condition(source, holds, Map.of());
  }

  /// A reading of the last five seconds above a bound.
  public static Condition above(String key, double bound) {
    return new Condition() {
      @Override
      public String source() {
        return key + " > " + bound;
      }

      @Override
      public Verdict over(Facts facts) {
        OptionalDouble now = facts.now(key);
        return new Verdict(
            now.isPresent() && now.getAsDouble() > bound,
            Map.of(key, now.isPresent() ? Double.toString(now.getAsDouble()) : "n/a"));
      }
    };
  }

  /// A number.
  public static Expression number(String source, ToDoubleFunction<Facts> number) {
    return new Expression() {
      @Override
      public String source() {
        return source;
      }

      @Override
      public OptionalDouble over(Facts facts) {
        return OptionalDouble.of(number.applyAsDouble(facts));
      }
    };
  }

  /// A reading of the last five seconds.
  public static Expression reading(String key) {
    return new Expression() {
      @Override
      public String source() {
        return key;
      }

      @Override
      public OptionalDouble over(Facts facts) {
        return facts.now(key);
      }
    };
  }

  private static Condition condition(
      String source, Predicate<Facts> holds, Map<String, String> values) {
    return new Condition() {
      @Override
      public String source() {
        return source;
      }

      @Override
      public Verdict over(Facts facts) {
        return new Verdict(holds.test(facts), values);
      }
    };
  }
}
