package dev.hotseat.live;

import dev.hotseat.exchange.Refusal;
import java.util.List;

/// A design decision that can be switched while the system runs. Values travel as text, in one
/// canonical spelling per type, so that files, JSON and the journal agree.
public sealed interface Lever {
  /// Kebab case, such as `cache-size`.
  String name();

  /// One line: what it decides.
  String meaning();

  /// The value a new system starts with, in canonical spelling.
  String initial();

  /// The canonical spelling of `text`.
  ///
  /// @throws Refusal when the value is not allowed; the message says what is
  String canonical(String text);

  /// Type as the API names it: `choice`, `number` or `switch`.
  String type();

  /// The allowed values for a person: the choices, or a range with its unit.
  List<String> allowed();

  /// Whether its value is read only when the system starts or is reset. A reset leaves such a lever
  /// where it is, for that is how its value comes into force; all others go back to the beginning.
  default boolean atStart() {
    return false;
  }

  /// A lever of any type whose value is read only then.
  record AtStart(Lever lever) implements Lever {
    @Override
    public String name() {
      return lever.name();
    }

    @Override
    public String meaning() {
      return lever.meaning() + "; read when the system starts or is reset";
    }

    @Override
    public String initial() {
      return lever.initial();
    }

    @Override
    public String canonical(String text) {
      return lever.canonical(text);
    }

    @Override
    public String type() {
      return lever.type();
    }

    @Override
    public List<String> allowed() {
      return lever.allowed();
    }

    @Override
    public boolean atStart() {
      return true;
    }
  }

  /// One of a few named values.
  record Choice(String name, String meaning, List<String> allowed, String initial)
      implements Lever {
    @Override
    public String type() {
      return "choice";
    }

    @Override
    public String canonical(String text) {
      if (!allowed.contains(text)) {
        throw new Refusal(name, "one of " + String.join(", ", allowed), text);
      }
      return text;
    }
  }

  /// A whole number within a range, with a unit.
  record Number(String name, String meaning, long min, long max, String unit, long usual)
      implements Lever {
    @Override
    public String type() {
      return "number";
    }

    @Override
    public String initial() {
      return Long.toString(usual);
    }

    @Override
    public List<String> allowed() {
      return List.of(min + ".." + max + (unit.isEmpty() ? "" : " " + unit));
    }

    @Override
    public String canonical(String text) {
      try {
        long value = Long.parseLong(text.strip());
        if (value >= min && value <= max) {
          return Long.toString(value);
        }
      } catch (NumberFormatException notANumber) {
        // falls through to the refusal, which says what a number here looks like
      }
      throw new Refusal(name, "a whole number " + allowed().getFirst(), text);
    }
  }

  /// On or off.
  record Switch(String name, String meaning, boolean on) implements Lever {
    @Override
    public String type() {
      return "switch";
    }

    @Override
    public String initial() {
      return on ? "on" : "off";
    }

    @Override
    public List<String> allowed() {
      return List.of("on", "off");
    }

    @Override
    public String canonical(String text) {
      return switch (text) {
        case "on", "true" -> "on";
        case "off", "false" -> "off";
        default -> throw new Refusal(name, "on or off", text);
      };
    }
  }
}
