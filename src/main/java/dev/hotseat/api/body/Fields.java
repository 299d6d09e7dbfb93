package dev.hotseat.api.body;

import dev.hotseat.api.problem.FieldError;
import dev.hotseat.api.problem.ProblemKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A JSON object that a client sent, read field by field.
///
/// Every reader takes note of what is wrong and goes on with a stand-in, so that [#done] can name
/// all the faults at once. Call it before doing anything with what was read. A field nobody asked
/// for is a fault too: a misspelt option that is silently ignored looks like one that does not
/// work.
public final class Fields {
  private static final int LIST_MAX = 100;
  private static final int TEXT_MAX = 200;

  private final JsonNode object;
  private final String path;
  private final List<FieldError> errors;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Fields> inner = new ArrayList<>();

  private Fields(JsonNode object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  /// The object in a JSON body.
  public static Fields of(byte[] body) {
    return new Fields(Bodies.tree(body), "", new ArrayList<>());
  }

  /// The object in a JSON body, or an object without fields where there is no body at all.
  public static Fields ofOptional(byte[] body) {
    return body.length == 0
        ? new Fields(JsonNodeFactory.instance.objectNode(), "", new ArrayList<>())
        : of(body);
  }

  /// Whether the field is there and not null.
  public boolean has(String name) {
    return !node(name).isMissingNode();
  }

  /// A text that must be there and not be blank.
  public String text(String name, int charsMax) {
    Optional<String> found = optionalText(name, charsMax);
    if (found.isPresent() && found.get().isBlank()) {
      fault(name, "some text", "blank text");
    } else if (found.isEmpty() && !has(name)) {
      fault(name, "text", "nothing");
    }
    return found.orElse("");
  }

  /// A text that may be absent.
  public Optional<String> optionalText(String name, int charsMax) {
    JsonNode node = node(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isString()) {
      fault(name, "text", Shown.of(node));
      return Optional.empty();
    }
    String text = node.stringValue();
    if (text.length() > charsMax) {
      fault(name, "at most " + charsMax + " characters", text.length() + " characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /// One of a few words; `otherwise` where the field is absent.
  public String oneOf(String name, List<String> words, String otherwise) {
    Optional<String> found = optionalText(name, TEXT_MAX);
    if (found.isPresent() && !words.contains(found.get())) {
      fault(
          name,
          "one of " + String.join(", ", words) + meant(found.get(), words),
          "\"" + found.get() + "\"");
      return otherwise;
    }
    return found.orElse(otherwise);
  }

  /// A number that must be there.
  public double number(String name, double min, double max) {
    OptionalDouble found = optionalNumber(name, min, max);
    if (found.isEmpty() && !has(name)) {
      fault(name, "a number " + range(min, max), "nothing");
    }
    return found.orElse(min);
  }

  /// A number that may be absent.
  public OptionalDouble optionalNumber(String name, double min, double max) {
    JsonNode node = node(name);
    if (node.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!node.isNumber()) {
      fault(name, "a number " + range(min, max), Shown.of(node));
      return OptionalDouble.empty();
    }
    double value = node.asDouble();
    if (!(value >= min && value <= max)) {
      fault(name, "a number " + range(min, max), Shown.of(node));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  /// A whole number that may be absent.
  public Optional<Long> optionalWhole(String name, long min, long max) {
    JsonNode node = node(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.asLong() < min
        || node.asLong() > max) {
      fault(name, "a whole number " + range(min, max), Shown.of(node));
      return Optional.empty();
    }
    return Optional.of(node.asLong());
  }

  /// Yes or no; `otherwise` where the field is absent.
  public boolean flag(String name, boolean otherwise) {
    JsonNode node = node(name);
    if (node.isMissingNode()) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      fault(name, "true or false", Shown.of(node));
      return otherwise;
    }
    return node.booleanValue();
  }

  /// An object of plain values, each as text: `{"cache": "local", "cache-size": 1000}`. A number or
  /// a flag reads as it is written.
  public Map<String, String> texts(String name) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name, "an object of names and values")) {
      JsonNode value = each.getValue();
      if (value.isValueNode() && !value.isNull() && value.asString().length() <= TEXT_MAX) {
        found.put(each.getKey(), value.asString());
      } else {
        fault(name + "." + each.getKey(), "a text, number or flag", Shown.of(value));
      }
    }
    return found;
  }

  /// An object of numbers: `{"redirect": 90, "create": 10}`.
  public Map<String, Double> numbers(String name, double min, double max) {
    Map<String, Double> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : properties(name, "an object of names and numbers")) {
      double value = each.getValue().isNumber() ? each.getValue().asDouble() : Double.NaN;
      if (value >= min && value <= max) {
        found.put(each.getKey(), value);
      } else {
        fault(name + "." + each.getKey(), "a number " + range(min, max), Shown.of(each.getValue()));
      }
    }
    return found;
  }

  /// A list of objects; empty where the field is absent.
  public List<Fields> objects(String name, int countMax) {
    JsonNode node = node(name);
    if (node.isMissingNode()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > countMax) {
      fault(
          name,
          "a list of at most " + countMax + " objects",
          node.isArray() ? node.size() + " of them" : Shown.of(node));
      return List.of();
    }
    List<Fields> found = new ArrayList<>();
    for (int index = 0; index < node.size(); index++) {
      String place = name + "[" + index + "]";
      if (node.get(index).isObject()) {
        found.add(new Fields(node.get(index), path + place + ".", errors));
      } else {
        fault(place, "an object", Shown.of(node.get(index)));
      }
    }
    inner.addAll(found);
    return found;
  }

  /// Takes note of a fault that only the caller can see.
  public void fault(String name, String expected, String got) {
    errors.add(new FieldError(path + name, expected, got));
  }

  /// Refuses the request if anything was wrong with it.
  public void done() {
    strangers();
    if (!errors.isEmpty()) {
      FieldError first = errors.getFirst();
      String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
      throw ProblemKind.INVALID_FIELDS.because(
          first.field() + ": expected " + first.expected() + ", got " + first.got() + more, errors);
    }
  }

  private void strangers() {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        fault(name, "one of " + String.join(", ", known) + meant(name, known), "an unknown field");
      }
    }
    inner.forEach(Fields::strangers);
  }

  private JsonNode node(String name) {
    known.add(name);
    JsonNode node = object.path(name);
    return node.isNull() ? JsonNodeFactory.instance.missingNode() : node;
  }

  private Iterable<Map.Entry<String, JsonNode>> properties(String name, String expected) {
    JsonNode node = node(name);
    if (node.isMissingNode()) {
      return List.of();
    }
    if (!node.isObject() || node.size() > LIST_MAX) {
      fault(
          name,
          expected + ", at most " + LIST_MAX,
          node.isObject() ? node.size() + " of them" : Shown.of(node));
      return List.of();
    }
    return node.properties();
  }

  private static String meant(String word, java.util.Collection<String> words) {
    return Nearest.to(word, words).map(near -> " (did you mean " + near + "?)").orElse("");
  }

  private static String range(double min, double max) {
    return "from " + plain(min) + " to " + plain(max);
  }

  private static String range(long min, long max) {
    return "from " + min + " to " + max;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
