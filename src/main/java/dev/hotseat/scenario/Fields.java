package dev.hotseat.scenario;

import dev.hotseat.scenario.Shape.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the values of a group of keys. What is missing or of the wrong type reads as empty: the
/// shape check has complained about it already, and one fault should not hide the next.
final class Fields {
  private final Node node;
  private final Form form;
  private final Notes notes;

  Fields(Node node, Form form, Notes notes) {
    this.node = node;
    this.form = form;
    this.notes = notes;
  }

  Place place() {
    return node.place();
  }

  /// Where the value of `key` stands; the group itself where it is missing.
  Place place(String key) {
    return value(key).map(Node::place).orElse(node.place());
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  Optional<Node.Scalar> scalar(String key) {
    return value(key).flatMap(Fields::scalar);
  }

  String text(String key) {
    return scalar(key).map(Node.Scalar::text).orElse("");
  }

  String textOr(String key, String usual) {
    return scalar(key).map(Node.Scalar::text).orElse(usual);
  }

  double number(String key, double usual) {
    return scalar(key).map(each -> Amounts.number(each).orElse(usual)).orElse(usual);
  }

  Duration span(String key, Duration usual) {
    return scalar(key).flatMap(each -> Amounts.span(each.text())).orElse(usual);
  }

  boolean flag(String key) {
    return scalar(key).filter(each -> each.isFlag() && each.text().matches("(?i)true")).isPresent();
  }

  /// The group of keys under `key`.
  Optional<Fields> group(String key, Form inner) {
    return value(key).flatMap(each -> group(each, inner));
  }

  /// The groups listed under `key`.
  List<Fields> groups(String key, Form inner) {
    List<Fields> groups = new ArrayList<>();
    items(key).forEach(each -> group(each, inner).ifPresent(groups::add));
    return groups;
  }

  List<Node.Scalar> scalars(String key) {
    return items(key).stream().flatMap(each -> scalar(each).stream()).toList();
  }

  List<String> texts(String key) {
    return scalars(key).stream().map(Node.Scalar::text).toList();
  }

  /// Keys and values under `key`, in the order of the file.
  List<Node.Entry> entries(String key) {
    return value(key)
        .filter(Node.Mapping.class::isInstance)
        .map(each -> List.copyOf(((Node.Mapping) each).entries().values()))
        .orElse(List.of());
  }

  /// Single values under `key`, by name.
  Map<String, String> values(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node.Entry entry : entries(key)) {
      scalar(entry.value()).ifPresent(each -> values.put(entry.key().text(), each.text()));
    }
    return values;
  }

  /// Numbers under `key`, by name.
  Map<String, Double> numbers(String key) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Node.Entry entry : entries(key)) {
      scalar(entry.value())
          .ifPresent(
              each -> Amounts.number(each).ifPresent(is -> numbers.put(entry.key().text(), is)));
    }
    return numbers;
  }

  /// The groups listed under an entry of a table.
  List<Fields> groups(Node.Entry entry, Form inner) {
    List<Fields> groups = new ArrayList<>();
    if (entry.value() instanceof Node.Listing listing) {
      listing.items().forEach(each -> group(each, inner).ifPresent(groups::add));
    }
    return groups;
  }

  private List<Node> items(String key) {
    return value(key)
        .filter(Node.Listing.class::isInstance)
        .map(each -> ((Node.Listing) each).items())
        .orElse(List.of());
  }

  private Optional<Fields> group(Node each, Form inner) {
    return each instanceof Node.Mapping
        ? Optional.of(new Fields(each, inner, notes))
        : Optional.empty();
  }

  private static Optional<Node.Scalar> scalar(Node node) {
    return node instanceof Node.Scalar scalar && !scalar.isNothing()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private Optional<Node> value(String key) {
    if (form.key(key).isEmpty()) {
      throw new IllegalArgumentException(form.name() + " has no key " + key);
    }
    notes.read(form.name(), key);
    return node instanceof Node.Mapping mapping
        ? Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value)
        : Optional.empty();
  }
}
