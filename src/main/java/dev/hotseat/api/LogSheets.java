package dev.hotseat.api;

import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.telemetry.LogLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Log lines on a terminal, oldest at the top as in a log file.
final class LogSheets {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final int TRACE_SHOWN = 8;

  private LogSheets() {}

  static Sheet lines(List<LogLine> newestFirst, Commands commands) {
    Sheet sheet = new Sheet().head("logs", newestFirst.size() + " lines");
    if (newestFirst.isEmpty()) {
      return sheet.paragraph("No line matches.");
    }
    Grid grid = new Grid("at", "level", "part", "message", "trace");
    for (LogLine line : newestFirst.reversed()) {
      grid.row(TIME.format(line.at()), line.level(), line.part(), line.message(), start(line));
    }
    return sheet
        .grid(grid)
        .next(commands.block(commands.get("logs?cursor=" + newestFirst.getLast().seq())));
  }

  private static String start(LogLine line) {
    return line.traceId().substring(0, Math.min(TRACE_SHOWN, line.traceId().length()));
  }
}
