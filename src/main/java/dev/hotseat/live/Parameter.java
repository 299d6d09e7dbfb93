package dev.hotseat.live;

import dev.hotseat.exchange.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that an action or a sheet of a system is told. Values travel as text, in one canonical
/// spelling per kind, as those of a [Lever] do.
///
/// @param name kebab case or one word, such as `region`
/// @param meaning one line
/// @param kind what it takes
/// @param usual what it is when not given, in canonical spelling; absent when it must be given
public record Parameter(String name, String meaning, Kind kind, @Nullable String usual) {
  public Parameter {
    if (usual != null && !usual.equals(kind.canonical(name, usual))) {
      throw new IllegalArgumentException(name + ": " + usual + " is not the canonical spelling");
    }
  }

  /// One of a few words that are known beforehand. What can be chosen only comes to be while the
  /// system runs (an instance, a deploy) is a text.
  public static Parameter choice(String name, String meaning, List<String> words) {
    return new Parameter(name, meaning, new Kind.Choice(words), null);
  }

  /// A whole number within a range.
  ///
  /// @param unit may be empty
  public static Parameter number(String name, String meaning, long min, long max, String unit) {
    return new Parameter(name, meaning, new Kind.Number(min, max, unit), null);
  }

  /// On or off.
  public static Parameter onOff(String name, String meaning) {
    return new Parameter(name, meaning, new Kind.Switch(), null);
  }

  /// Free words.
  public static Parameter text(String name, String meaning, int charsMax) {
    return new Parameter(name, meaning, new Kind.Text(charsMax), null);
  }

  /// The same, but it need not be given.
  ///
  /// @param value what it then is; for a text it may be empty
  public Parameter usually(String value) {
    return new Parameter(name, meaning, kind, value);
  }

  /// Whether it has to be given.
  public boolean required() {
    return usual == null;
  }

  /// What was given, checked and completed: every parameter has its value, in canonical spelling.
  ///
  /// @param before stands before a parameter's name in a refusal, such as `arguments.`
  /// @throws Refusal on a name that is not known, a value that is not allowed, or one that is
  ///   missing
  public static Map<String, String> complete(
      List<Parameter> parameters, Map<String, String> given, String before) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    for (Map.Entry<String, String> each : given.entrySet()) {
      if (!known.contains(each.getKey())) {
        throw new Refusal(
            before + each.getKey(),
            known.isEmpty() ? "no such thing: nothing is asked here" : "one of " + listed(known),
            each.getValue());
      }
    }
    Map<String, String> complete = new LinkedHashMap<>();
    for (Parameter each : parameters) {
      complete.put(each.name(), each.value(given.get(each.name()), before));
    }
    return complete;
  }

  private String value(@Nullable String given, String before) {
    if (given != null && !(given.isBlank() && usual == null)) {
      return kind.canonical(before + name, given);
    }
    if (usual == null) {
      throw new Refusal(before + name, kind.expected(), "nothing");
    }
    return usual;
  }

  private static String listed(List<String> words) {
    return String.join(", ", words);
  }

  /// What a parameter takes.
  public sealed interface Kind {
    /// As the API names it: `choice`, `number`, `switch` or `text`.
    String type();

    /// The allowed values for a person: the choices, a range with its unit, or a length.
    List<String> allowed();

    /// What to write here, in words.
    String expected();

    /// The canonical spelling of `text`.
    ///
    /// @param field whose value it is, for the refusal
    /// @throws Refusal when it is not allowed
    String canonical(String field, String text);

    /// One of a few words.
    record Choice(List<String> allowed) implements Kind {
      public Choice {
        allowed = List.copyOf(allowed);
      }

      @Override
      public String type() {
        return "choice";
      }

      @Override
      public String expected() {
        return "one of " + listed(allowed);
      }

      @Override
      public String canonical(String field, String text) {
        if (!allowed.contains(text.strip())) {
          throw new Refusal(field, expected(), text);
        }
        return text.strip();
      }
    }

    /// A whole number within a range.
    record Number(long min, long max, String unit) implements Kind {
      @Override
      public String type() {
        return "number";
      }

      @Override
      public List<String> allowed() {
        return List.of(min + ".." + max + (unit.isEmpty() ? "" : " " + unit));
      }

      @Override
      public String expected() {
        return "a whole number " + allowed().getFirst();
      }

      @Override
      public String canonical(String field, String text) {
        try {
          long value = Long.parseLong(text.strip());
          if (value >= min && value <= max) {
            return Long.toString(value);
          }
        } catch (NumberFormatException notANumber) {
          // falls through to the refusal, which says what a number here looks like
        }
        throw new Refusal(field, expected(), text);
      }
    }

    /// On or off.
    record Switch() implements Kind {
      @Override
      public String type() {
        return "switch";
      }

      @Override
      public List<String> allowed() {
        return List.of("on", "off");
      }

      @Override
      public String expected() {
        return "on or off";
      }

      @Override
      public String canonical(String field, String text) {
        return switch (text.strip()) {
          case "on", "true" -> "on";
          case "off", "false" -> "off";
          default -> throw new Refusal(field, expected(), text);
        };
      }
    }

    /// Free words. Where one must be given, nothing but blanks is nothing.
    record Text(int charsMax) implements Kind {
      @Override
      public String type() {
        return "text";
      }

      @Override
      public List<String> allowed() {
        return List.of("up to " + charsMax + " characters");
      }

      @Override
      public String expected() {
        return "a text of up to " + charsMax + " characters";
      }

      @Override
      public String canonical(String field, String text) {
        String words = text.strip();
        if (words.length() > charsMax) {
          throw new Refusal(field, expected(), words.length() + " characters");
        }
        return words;
      }
    }
  }
}
