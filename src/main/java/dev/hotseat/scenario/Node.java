package dev.hotseat.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// A value in a YAML file that knows where it stands.
sealed interface Node {
  Place place();

  /// What it is, for a person.
  String kind();

  /// Keys with values, in the order of the file.
  record Mapping(Place place, Map<String, Entry> entries) implements Node {
    @Override
    public String kind() {
      return "a group of keys";
    }
  }

  /// A key and its value.
  record Entry(Scalar key, Node value) {}

  /// Values in a row.
  record Listing(Place place, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /// A single value.
  ///
  /// @param text after unquoting and folding
  /// @param origin where its characters stand in the file
  record Scalar(Place place, String text, ScalarStyle style, Origin origin) implements Node {
    private static final Pattern NUMBER =
        Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.inf|\\.nan");
    private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("null|Null|NULL|~|");

    boolean isNumber() {
      return isPlain() && NUMBER.matcher(text).matches();
    }

    boolean isFlag() {
      return isPlain() && FLAG.matcher(text).matches();
    }

    boolean isNothing() {
      return isPlain() && NOTHING.matcher(text).matches();
    }

    boolean isText() {
      return !isNumber() && !isFlag() && !isNothing();
    }

    /// Where the character at `index` of the text stands in the file.
    Place at(int index) {
      return origin.place(this, index);
    }

    private boolean isPlain() {
      return style == ScalarStyle.PLAIN;
    }

    @Override
    public String kind() {
      if (isNumber()) {
        return "a number";
      }
      return isFlag() ? "true or false" : isNothing() ? "nothing" : "text";
    }
  }
}
