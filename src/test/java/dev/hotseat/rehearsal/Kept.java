package dev.hotseat.rehearsal;

import dev.hotseat.scenario.Rehearsal.Keep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a scripted candidate has read off tables, by the names it will call it.
final class Kept {
  private final Map<String, String> values = new HashMap<>();

  /// The text with every `$name` that is known replaced.
  String in(String text) {
    String filled = text;
    for (Map.Entry<String, String> each : values.entrySet()) {
      filled = filled.replace("$" + each.getKey(), each.getValue());
    }
    return filled;
  }

  Map<String, String> in(Map<String, String> arguments) {
    Map<String, String> filled = new HashMap<>();
    arguments.forEach((name, value) -> filled.put(name, in(value)));
    return filled;
  }

  /// Remembers what is asked for; false where the table does not have it (yet).
  boolean keep(Keep keep, JsonNode table) {
    List<Map<String, String>> rows = new ArrayList<>(rows(table));
    rows.removeIf(row -> !fits(row, keep.where()) || !row.containsKey(keep.column()));
    if (!keep.most().isEmpty()) {
      rows.sort((a, b) -> Double.compare(number(b, keep.most()), number(a, keep.most())));
    }
    if (rows.isEmpty()) {
      return false;
    }
    values.put(keep.as(), rows.getFirst().getOrDefault(keep.column(), ""));
    return true;
  }

  private static boolean fits(Map<String, String> row, Map<String, String> where) {
    return where.entrySet().stream()
        .allMatch(
            each -> lower(row.getOrDefault(each.getKey(), "")).contains(lower(each.getValue())));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The number that a cell begins with; none counts as least.
  private static double number(Map<String, String> row, String column) {
    String digits = row.getOrDefault(column, "").replaceAll("[^0-9.].*$", "");
    return digits.isEmpty() ? -1 : Double.parseDouble(digits);
  }

  private static List<Map<String, String>> rows(JsonNode table) {
    List<String> columns = new ArrayList<>();
    table
        .path("columns")
        .forEach(each -> columns.add(text(each.isObject() ? each.path("title") : each)));
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode row : table.path("rows")) {
      Map<String, String> cells = new HashMap<>();
      for (int index = 0; index < columns.size(); index++) {
        cells.put(
            columns.get(index),
            text(row.isArray() ? row.path(index) : row.path(columns.get(index))));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String text(JsonNode cell) {
    return cell.isNull() || cell.isMissingNode()
        ? ""
        : cell.isString() ? cell.asString() : cell.toString();
  }
}
