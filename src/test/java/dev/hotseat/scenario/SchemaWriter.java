package dev.hotseat.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Writes the JSON Schemas that editors use from the shapes that the loader uses.
final class SchemaWriter {
  /// The forms of whole files, by the name of their schema.
  static final Map<String, Shape.Form> FILES =
      Map.of(
          "scenario", ScenarioShape.FILE,
          "load", LoadShape.FILE,
          "interview", InterviewShape.FILE,
          "hearing", HearingShape.FILE,
          "rehearsal", PlayShape.REHEARSAL,
          "demonstration", PlayShape.DEMONSTRATION);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private SchemaWriter() {}

  /// The schema's name for a file of a scenario folder.
  static String name(String file) {
    if (file.contains("/")) {
      return file.startsWith(Folder.REHEARSALS) ? "rehearsal" : "demonstration";
    }
    return file.replace(".yaml", "");
  }

  /// The form of a file of a scenario folder.
  static Shape.Form form(String file) {
    return FILES.getOrDefault(name(file), ScenarioShape.FILE);
  }

  static String schema(String name) {
    Shape.Form form = FILES.getOrDefault(name, ScenarioShape.FILE);
    SchemaWriter writer = new SchemaWriter();
    Map<String, Object> body = writer.body(form);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", name);
    schema.putAll(body);
    if (!writer.definitions.isEmpty()) {
      schema.put("$defs", writer.definitions);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema).replace("\r", "")
        + "\n";
  }

  private Map<String, Object> body(Shape.Form form) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Shape.Key key : form.keys()) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("description", sentence(key.about()));
      value.putAll(of(key.shape()));
      properties.put(key.name(), value);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("description", form.about());
    body.put("type", "object");
    body.put("additionalProperties", false);
    body.put(
        "required", form.keys().stream().filter(Shape.Key::required).map(Shape.Key::name).toList());
    body.put("properties", properties);
    if (!form.alternatives().isEmpty()) {
      body.put("anyOf", form.alternatives().stream().map(each -> only(each, form)).toList());
    }
    return body;
  }

  /// These keys, and none of the other alternatives.
  private static Map<String, Object> only(List<String> wanted, Shape.Form form) {
    List<Map<String, List<String>>> others =
        form.alternatives().stream()
            .flatMap(List::stream)
            .filter(each -> !wanted.contains(each))
            .distinct()
            .map(each -> Map.of("required", List.of(each)))
            .toList();
    Map<String, Object> only = new LinkedHashMap<>();
    only.put("required", wanted);
    only.put("not", Map.of("anyOf", others));
    return only;
  }

  private Map<String, Object> of(Shape shape) {
    return switch (shape) {
      case Shape.Form form -> reference(form);
      case Shape.Table(_, Shape of) ->
          ordered("type", "object", "additionalProperties", of(of), "maxProperties", 500);
      case Shape.Many(Shape of, int min, int max) ->
          ordered("type", "array", "items", of(of), "minItems", min, "maxItems", max);
      case Shape.Prose(int max) -> ordered("type", "string", "pattern", "\\S", "maxLength", max);
      case Shape.Unit _ -> ordered("type", "string", "maxLength", Shape.Unit.LENGTH_MAX);
      case Shape.Phrase _ ->
          ordered("type", List.of("string", "number", "boolean"), "pattern", "\\S");
      case Shape.Formed(Pattern pattern, _) ->
          ordered(
              "type", "string", "pattern", whole(pattern), "maxLength", Shape.Formed.LENGTH_MAX);
      case Shape.Level _ ->
          ordered(
              "anyOf",
              List.of(
                  ordered("type", "string", "pattern", whole(Shape.Level.PATTERN)),
                  ordered("type", "integer", "minimum", 1, "maximum", 5)));
      case Shape.Word(List<String> words) -> ordered("enum", words);
      case Shape.Num num -> number(num);
      case Shape.Span _ -> ordered("type", "string", "pattern", whole(Amounts.SPAN));
      case Shape.Flag _ -> ordered("type", "boolean");
      case Shape.Plain _ -> ordered("type", List.of("string", "number", "boolean"));
      case Shape.Code(boolean number) ->
          ordered("type", List.of("string", number ? "number" : "boolean"), "pattern", "\\S");
    };
  }

  private static Map<String, Object> number(Shape.Num num) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", num.whole() ? "integer" : "number");
    if (num.min() > -Double.MAX_VALUE) {
      schema.put("minimum", num.min());
      schema.put("maximum", num.max());
    }
    return schema;
  }

  private Map<String, Object> reference(Shape.Form form) {
    if (!definitions.containsKey(form.name())) {
      definitions.put(form.name(), Map.of());
      definitions.put(form.name(), body(form));
    }
    return ordered("$ref", "#/$defs/" + form.name());
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (int each = 0; each < pairs.length; each += 2) {
      ordered.put(pairs[each].toString(), pairs[each + 1]);
    }
    return ordered;
  }

  private static String whole(Pattern pattern) {
    return "^(?:" + pattern + ")$";
  }

  private static String sentence(String about) {
    return Character.toUpperCase(about.charAt(0)) + about.substring(1) + ".";
  }

  /// Every key of every form, as `form.key`.
  static TreeSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>();
    forms().forEach(form -> form.names().forEach(key -> keys.add(form.name() + "." + key)));
    return keys;
  }

  /// Every form, those of files first, each once.
  static Stream<Shape.Form> forms() {
    Map<String, Shape.Form> found = new LinkedHashMap<>();
    for (String name :
        List.of("scenario", "load", "interview", "hearing", "rehearsal", "demonstration")) {
      collect(FILES.getOrDefault(name, ScenarioShape.FILE), found);
    }
    return found.values().stream();
  }

  private static void collect(Shape shape, Map<String, Shape.Form> found) {
    switch (shape) {
      case Shape.Form form -> {
        if (found.putIfAbsent(form.name(), form) == null) {
          form.keys().forEach(key -> collect(key.shape(), found));
        }
      }
      case Shape.Many many -> collect(many.of(), found);
      case Shape.Table table -> collect(table.of(), found);
      default -> {}
    }
  }
}
