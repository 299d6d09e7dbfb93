package dev.hotseat.live.payments;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A provider's settlement file: what it charged on one day up to some moment, as lines of commas,
/// with a last line that says how many there should be.
///
/// @param provider whose file it is
/// @param day such as `2026-11-22`
/// @param until what happened later is in a later file
/// @param stated how many lines the file says it has
record SettlementFile(String provider, String day, Instant until, List<Line> lines, int stated) {

  SettlementFile {
    lines = List.copyOf(lines);
  }

  /// One charge or refund.
  record Line(String charge, String reference, String kind, long amount, String currency) {}

  /// Whether all lines arrived.
  boolean complete() {
    return lines.size() == stated;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("file,").append(provider).append(',').append(day).append(',').append(until);
    for (Line line : lines) {
      text.append("\nline,")
          .append(line.charge())
          .append(',')
          .append(line.reference())
          .append(',')
          .append(line.kind())
          .append(',')
          .append(line.amount())
          .append(',')
          .append(line.currency());
    }
    return text.append("\ntotal,").append(stated).append('\n').toString();
  }

  /// Reads a file; empty where the text is none.
  static Optional<SettlementFile> read(String text) {
    String provider = "";
    String day = "";
    Instant until = Instant.EPOCH;
    int stated = -1;
    List<Line> lines = new ArrayList<>();
    try {
      for (String each : text.lines().toList()) {
        String[] cells = each.split(",", -1);
        switch (cells[0]) {
          case "file" -> {
            provider = cells[1];
            day = cells[2];
            until = Instant.parse(cells[3]);
          }
          case "line" ->
              lines.add(new Line(cells[1], cells[2], cells[3], Long.parseLong(cells[4]), cells[5]));
          case "total" -> stated = Integer.parseInt(cells[1]);
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeParseException notAFile) {
      return Optional.empty();
    }
    return Schema.PROVIDERS.contains(provider) && stated >= 0
        ? Optional.of(new SettlementFile(provider, day, until, lines, stated))
        : Optional.empty();
  }
}
