package dev.hotseat.scenario;

import dev.hotseat.scenario.Shape.Code;
import dev.hotseat.scenario.Shape.Flag;
import dev.hotseat.scenario.Shape.Form;
import dev.hotseat.scenario.Shape.Formed;
import dev.hotseat.scenario.Shape.Level;
import dev.hotseat.scenario.Shape.Many;
import dev.hotseat.scenario.Shape.Num;
import dev.hotseat.scenario.Shape.Phrase;
import dev.hotseat.scenario.Shape.Plain;
import dev.hotseat.scenario.Shape.Prose;
import dev.hotseat.scenario.Shape.Span;
import dev.hotseat.scenario.Shape.Table;
import dev.hotseat.scenario.Shape.Unit;
import dev.hotseat.scenario.Shape.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Holds a file against its shape: keys, types, ranges and units, before anything is understood.
final class ShapeCheck {
  private static final int KEYS_MAX = 500;
  private final Notes notes;

  ShapeCheck(Notes notes) {
    this.notes = notes;
  }

  /// Notes everything in `node` that is not as `shape` says.
  ///
  /// @param name what the value is called, for the message
  void check(Node node, Shape shape, String name) {
    switch (shape) {
      case Form form -> form(node, form, name);
      case Table table -> table(node, table, name);
      case Many many -> many(node, many, name);
      case Prose prose -> prose(node, prose, name);
      case Unit unit ->
          require(
              node,
              isScalar(node)
                  && (scalar(node).isText())
                  && scalar(node).text().length() <= Unit.LENGTH_MAX,
              unit,
              name);
      case Phrase phrase ->
          require(
              node,
              isScalar(node) && !scalar(node).isNothing() && !scalar(node).text().isBlank(),
              phrase,
              name);
      case Level level ->
          require(
              node,
              isScalar(node) && Level.PATTERN.matcher(scalar(node).text()).matches(),
              level,
              name);
      case Formed formed -> formed(node, formed, name);
      case Word word -> word(node, word, name);
      case Num num -> num(node, num, name);
      case Span span -> span(node, span, name);
      case Flag flag -> require(node, isScalar(node) && scalar(node).isFlag(), flag, name);
      case Plain plain -> require(node, isScalar(node) && !scalar(node).isNothing(), plain, name);
      case Code code -> code(node, code, name);
    }
  }

  private void form(Node node, Form form, String name) {
    if (!(node instanceof Node.Mapping mapping)) {
      wrongType(node, form, name);
      return;
    }
    Set<String> meant = new HashSet<>();
    for (Node.Entry entry : mapping.entries().values()) {
      String key = entry.key().text();
      form.key(key)
          .ifPresentOrElse(
              known -> check(entry.value(), known.shape(), "'" + key + "'"),
              () -> meant.add(unknownKey(entry.key(), form)));
    }
    for (Shape.Key key : form.keys()) {
      boolean there = mapping.entries().containsKey(key.name()) || meant.contains(key.name());
      if (key.required() && !there) {
        notes.error(
            mapping.place(),
            "'" + key.name() + "' is missing in " + name,
            key.name() + ": " + key.shape().expected());
      }
    }
    if (!form.alternatives().isEmpty()) {
      alternatives(mapping, form);
    }
  }

  /// Complains, and tells which key was probably meant.
  private String unknownKey(Node.Scalar key, Form form) {
    List<String> valid = form.names();
    notes.error(
        key.place(),
        "'" + Notes.shortened(key.text()) + "' is not a key of " + form.name(),
        Notes.oneOf(key.text(), valid),
        Nearest.to(key.text(), valid));
    return Nearest.to(key.text(), valid);
  }

  private void alternatives(Node.Mapping mapping, Form form) {
    var keys = mapping.entries().keySet();
    var begun =
        form.alternatives().stream()
            .filter(each -> each.stream().anyMatch(keys::contains))
            .toList();
    if (begun.size() == 1 && keys.containsAll(begun.getFirst())) {
      return;
    }
    String choices =
        String.join(
            ", or ",
            form.alternatives().stream().map(each -> String.join(" with ", each)).toList());
    Place place = begun.size() > 1 ? placeOf(mapping, begun.get(1)) : mapping.place();
    notes.error(place, "exactly one of these must stand in " + form.name(), choices);
  }

  private static Place placeOf(Node.Mapping mapping, List<String> anyOf) {
    return mapping.entries().values().stream()
        .map(Node.Entry::key)
        .filter(key -> anyOf.contains(key.text()))
        .map(Node.Scalar::place)
        .findFirst()
        .orElse(mapping.place());
  }

  private void table(Node node, Table table, String name) {
    if (!(node instanceof Node.Mapping mapping)) {
      wrongType(node, table, name);
      return;
    }
    if (mapping.entries().size() > KEYS_MAX) {
      notes.error(mapping.place(), "too many keys in " + name, "at most " + KEYS_MAX);
    }
    mapping
        .entries()
        .forEach(
            (key, entry) -> check(entry.value(), table.of(), "'" + Notes.shortened(key) + "'"));
  }

  private void many(Node node, Many many, String name) {
    if (!(node instanceof Node.Listing listing)) {
      wrongType(node, many, name);
      return;
    }
    int size = listing.items().size();
    if (size < many.min() || size > many.max()) {
      String expected =
          many.min() == many.max()
              ? "exactly " + many.min()
              : size < many.min() ? "at least " + many.min() : "at most " + many.max();
      notes.error(listing.place(), size + " entries in " + name, expected);
    }
    listing.items().forEach(each -> check(each, many.of(), "an entry of " + name));
  }

  private void prose(Node node, Prose prose, String name) {
    if (!isScalar(node) || scalar(node).isNothing()) {
      wrongType(node, prose, name);
    } else if (!scalar(node).isText()) {
      notes.error(
          node.place(), name + " is " + node.kind(), "text; put it in quotes if it is meant so");
    } else if (scalar(node).text().isBlank()) {
      notes.error(node.place(), name + " is empty", "text");
    } else if (scalar(node).text().length() > prose.lengthMax()) {
      notes.error(
          node.place(), name + " is too long", "at most " + prose.lengthMax() + " characters");
    }
  }

  private void formed(Node node, Formed formed, String name) {
    boolean right =
        isScalar(node)
            && scalar(node).isText()
            && scalar(node).text().length() <= Formed.LENGTH_MAX
            && formed.pattern().matcher(scalar(node).text()).matches();
    require(node, right, formed, name);
  }

  private void word(Node node, Word word, String name) {
    if (!isScalar(node)) {
      wrongType(node, word, name);
    } else if (!word.words().contains(scalar(node).text())) {
      String given = scalar(node).text();
      notes.error(
          node.place(),
          name + " is '" + Notes.shortened(given) + "'",
          word.expected(),
          Nearest.to(given, word.words()));
    }
  }

  private void num(Node node, Num num, String name) {
    if (!isScalar(node) || Amounts.number(scalar(node)).isEmpty()) {
      wrongType(node, num, name);
      return;
    }
    double value = Amounts.number(scalar(node)).getAsDouble();
    boolean whole = !num.whole() || value == Math.rint(value);
    if (!(value >= num.min() && value <= num.max()) || !whole) {
      notes.error(node.place(), name + " is " + scalar(node).text(), num.expected());
    }
  }

  private void span(Node node, Span span, String name) {
    if (!isScalar(node) || Amounts.span(scalar(node).text()).isEmpty()) {
      wrongType(node, span, name);
      return;
    }
    var value = Amounts.span(scalar(node).text()).get();
    if (value.compareTo(span.min()) < 0 || value.compareTo(span.max()) > 0) {
      notes.error(node.place(), name + " is " + scalar(node).text(), span.expected());
    }
  }

  private void code(Node node, Code code, String name) {
    boolean right =
        isScalar(node)
            && !scalar(node).text().isBlank()
            && (scalar(node).isText()
                || (code.number() ? scalar(node).isNumber() : scalar(node).isFlag()));
    require(node, right, code, name);
  }

  private void require(Node node, boolean right, Shape shape, String name) {
    if (!right) {
      wrongType(node, shape, name);
    }
  }

  private void wrongType(Node node, Shape shape, String name) {
    String given =
        node instanceof Node.Scalar scalar && !scalar.text().isBlank()
            ? "'" + Notes.shortened(scalar.text()) + "'"
            : node.kind();
    notes.error(node.place(), name + " is " + given, shape.expected());
  }

  private static boolean isScalar(Node node) {
    return node instanceof Node.Scalar;
  }

  private static Node.Scalar scalar(Node node) {
    return (Node.Scalar) node;
  }
}
