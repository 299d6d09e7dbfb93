package dev.hotseat.scenario;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.fault.FaultKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What all readers of one folder share: the language, the names, and where complaints go.
record Desk(Language language, Names names, Notes notes) {
  /// Stands in for a condition that could not be read; the scenario is refused, nobody meets it.
  private static final Condition UNREADABLE_CONDITION =
      new Condition() {
        @Override
        public String source() {
          return "false";
        }

        @Override
        public Verdict over(Facts facts) {
          return new Verdict(false, Map.of());
        }
      };

  private static final Expression UNREADABLE_NUMBER =
      new Expression() {
        @Override
        public String source() {
          return "0.0";
        }

        @Override
        public OptionalDouble over(Facts facts) {
          return OptionalDouble.empty();
        }
      };

  Desk with(Names others) {
    return new Desk(language, others, notes);
  }

  Condition condition(Fields fields, String key) {
    return fields
        .scalar(key)
        .filter(each -> !each.text().isBlank())
        .flatMap(each -> language.condition(each, names, notes))
        .orElse(UNREADABLE_CONDITION);
  }

  @Nullable Condition conditionOrNull(Fields fields, String key) {
    return fields.has(key) ? condition(fields, key) : null;
  }

  Expression number(Fields fields, String key) {
    return fields
        .scalar(key)
        .filter(each -> !each.text().isBlank())
        .flatMap(each -> language.number(each, names, notes))
        .orElse(UNREADABLE_NUMBER);
  }

  Template template(Node.Scalar scalar) {
    ProtectedTopics.check(scalar, notes);
    return CompiledTemplate.of(scalar, language, names, notes)
        .orElseGet(() -> new CompiledTemplate(scalar.text(), List.of()));
  }

  Template template(Fields fields, String key) {
    return fields
        .scalar(key)
        .map(this::template)
        .orElseGet(() -> new CompiledTemplate("", List.of()));
  }

  @Nullable Template templateOrNull(Fields fields, String key) {
    return fields.scalar(key).map(this::template).orElse(null);
  }

  List<Template> templates(Fields fields, String key) {
    return fields.scalars(key).stream().map(this::template).toList();
  }

  /// The word under `key`, checked to be a name of `topic`.
  String known(Fields fields, String key, Topic topic) {
    fields.scalar(key).ifPresent(each -> check(each, topic));
    return fields.text(key);
  }

  /// The words under `key`, checked to be names of `topic`.
  List<String> knownAll(Fields fields, String key, Topic topic) {
    fields.scalars(key).forEach(each -> check(each, topic));
    return fields.texts(key);
  }

  /// Complains where `scalar` is no name of `topic`.
  void check(Node.Scalar scalar, Topic topic) {
    Optional<Collection<String>> valid = names.valid(topic);
    if (valid.isPresent() && !valid.get().contains(scalar.text())) {
      notes.unknown(scalar.place(), topic.words(), scalar.text(), valid.get());
    }
  }

  /// Lever values under `key` in canonical spelling, each checked.
  Map<String, String> levers(Fields fields, String key) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Node.Entry entry : fields.entries(key)) {
      check(entry.key(), Topic.LEVER);
      if (entry.value() instanceof Node.Scalar value) {
        values.put(entry.key().text(), leverValue(entry.key().text(), value));
      }
    }
    return values;
  }

  private String leverValue(String lever, Node.Scalar value) {
    return names
        .lever(lever)
        .map(found -> {
          try {
            return found.canonical(value.text());
          } catch (Refusal refusal) {
            notes.error(
                value.place(),
                "lever " + lever + " does not take '" + Notes.shortened(value.text()) + "'",
                refusal.expected(),
                Nearest.to(value.text(), found.allowed()));
            return value.text();
          }
        })
        .orElse(value.text());
  }

  /// Complains about arguments that the action does not take; what stands for something that comes
  /// to be only while it is played cannot be judged.
  void arguments(Fields fields, String key, String action, Map<String, String> arguments) {
    if (arguments.values().stream().anyMatch(each -> each.contains("$"))) {
      return;
    }
    names.system().stream()
        .flatMap(design -> design.actions().stream())
        .filter(each -> each.name().equals(action))
        .forEach(each -> {
          try {
            each.arguments(arguments);
          } catch (Refusal refusal) {
            notes.error(
                fields.place(fields.has(key) ? key : "action"),
                "action " + action + " does not take " + refusal.field() + " " + refusal.got(),
                refusal.expected());
          }
        });
  }

  /// Complains about names given twice.
  void unique(List<Fields> groups, String key, String what) {
    List<String> seen = new ArrayList<>();
    for (Fields group : groups) {
      String name = group.text(key);
      if (!name.isEmpty() && seen.contains(name)) {
        notes.error(
            group.place(key),
            "a " + what + " called '" + name + "' was there before",
            "a name of its own");
      }
      seen.add(name);
    }
  }

  /// Complains where a file and what it holds have different names.
  void named(Fields file, String fileName) {
    String stem = fileName.substring(fileName.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    if (file.has("name") && !file.text("name").equals(stem)) {
      notes.error(file.place("name"), "the name differs from the file's", stem, stem);
    }
  }

  /// The intensity that stands in a group, or the fault's usual one.
  double intensityOr(Fields fields, String fault) {
    intensity(fields, fault);
    double usual =
        names.system().stream()
            .flatMap(design -> design.faults().stream())
            .filter(each -> each.name().equals(fault))
            .mapToDouble(FaultKind::usual)
            .findFirst()
            .orElse(1);
    return fields.number("intensity", usual);
  }

  /// Complains about an intensity that the fault does not take.
  void intensity(Fields fields, String fault) {
    if (!fields.has("intensity")) {
      return;
    }
    takes(fault, fields.number("intensity", 0), fields.place("intensity"));
  }

  /// Complains where a fault does not take an intensity.
  void takes(String fault, double value, Place place) {
    names.system().stream()
        .flatMap(design -> design.faults().stream())
        .filter(each -> each.name().equals(fault) && (value < each.min() || value > each.max()))
        .forEach(each ->
            notes.error(
                place,
                "fault " + fault + " does not take " + Wording.number(value),
                Wording.number(each.min())
                    + ".."
                    + Wording.number(each.max())
                    + (each.unit().isEmpty() ? "" : " " + each.unit())));
  }
}
