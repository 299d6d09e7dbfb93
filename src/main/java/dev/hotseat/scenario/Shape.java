package dev.hotseat.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a value in a scenario file may look like. The loader checks by it; the JSON Schemas and the
/// author's reference are written from it.
sealed interface Shape {
  /// What is right here, as a short phrase for a person.
  String expected();

  /// Text of a few words or lines.
  record Prose(int lengthMax) implements Shape {
    @Override
    public String expected() {
      return "text";
    }
  }

  /// A unit: a short text that may be empty.
  record Unit() implements Shape {
    static final int LENGTH_MAX = 20;

    @Override
    public String expected() {
      return "a unit, such as ms";
    }
  }

  /// A pattern of words; a number is a word too.
  record Phrase() implements Shape {
    @Override
    public String expected() {
      return "a pattern of words";
    }
  }

  /// What a report must say of a dimension.
  record Level() implements Shape {
    static final Pattern PATTERN =
        Pattern.compile("(>=|<=)?\\s*[1-5]|[1-5]\\.\\.[1-5]|not assessed");

    @Override
    public String expected() {
      return "a level such as 3, \">=4\", \"<=2\", 3..4 or not assessed";
    }
  }

  /// Text of one form.
  ///
  /// @param pattern for the whole of it
  record Formed(Pattern pattern, String expected) implements Shape {
    static final int LENGTH_MAX = 100;
  }

  /// One of a few words.
  record Word(List<String> words) implements Shape {
    @Override
    public String expected() {
      return "one of " + String.join(", ", words);
    }
  }

  /// A number within bounds.
  record Num(double min, double max, boolean whole) implements Shape {
    @Override
    public String expected() {
      String bounds =
          max == Double.MAX_VALUE
              ? Wording.number(min) + " or more"
              : Wording.number(min) + ".." + Wording.number(max);
      return min == -Double.MAX_VALUE
          ? "a number"
          : (whole ? "a whole number " : "a number ") + bounds;
    }
  }

  /// A stretch of time as text with a unit.
  record Span(Duration min, Duration max) implements Shape {
    @Override
    public String expected() {
      String bounds = Wording.span(min) + ".." + Wording.span(max);
      return "a time with its unit, such as 500ms, 20s or 3m, within " + bounds;
    }
  }

  /// True or false.
  record Flag() implements Shape {
    @Override
    public String expected() {
      return "true or false";
    }
  }

  /// The value of a lever or a parameter: text, a number, true or false.
  record Plain() implements Shape {
    @Override
    public String expected() {
      return "a single value";
    }
  }

  /// A condition or a number in the expression language.
  record Code(boolean number) implements Shape {
    @Override
    public String expected() {
      return number ? "an expression for a number" : "a condition";
    }
  }

  /// Several of one shape.
  record Many(Shape of, int min, int max) implements Shape {
    @Override
    public String expected() {
      return "a list" + (min > 1 ? " of " + min + " or more" : "");
    }
  }

  /// Values by names of the author's choice, or of the system's.
  ///
  /// @param keyed what the keys are
  record Table(String keyed, Shape of) implements Shape {
    @Override
    public String expected() {
      return "keys with values, by " + keyed;
    }
  }

  /// A group of known keys.
  ///
  /// @param name of the group in the reference
  /// @param about one sentence
  /// @param alternatives groups of keys of which exactly one must be there; empty for no such rule
  record Form(String name, String about, List<Key> keys, List<List<String>> alternatives)
      implements Shape {
    Form(String name, String about, Key... keys) {
      this(name, about, List.of(keys), List.of());
    }

    /// The same with exactly one of some groups of keys required.
    Form withOneOf(List<List<String>> groups) {
      return new Form(name, about, keys, groups);
    }

    Optional<Key> key(String key) {
      return keys.stream().filter(each -> each.name.equals(key)).findFirst();
    }

    List<String> names() {
      return keys.stream().map(Key::name).toList();
    }

    @Override
    public String expected() {
      return "a group of keys: " + String.join(", ", names());
    }
  }

  /// A key of a form.
  ///
  /// @param about what it means, for the author
  record Key(String name, boolean required, Shape shape, String about) {}

  static Key must(String name, Shape shape, String about) {
    return new Key(name, true, shape, about);
  }

  static Key may(String name, Shape shape, String about) {
    return new Key(name, false, shape, about);
  }
}
