package dev.hotseat.telemetry;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// The last so many log lines of one system, to be searched.
public final class LogBook {
  private static final int MESSAGE_CHARS_MAX = 8_000;

  private final InstantSource wall;
  private final Ring<LogLine> lines;
  private final AtomicLong written = new AtomicLong();

  /// A book with room for `size` lines.
  public LogBook(InstantSource wall, int size) {
    this.wall = wall;
    this.lines = new Ring<>(size);
  }

  /// Writes a line; what is longer than 8,000 characters is cut.
  ///
  /// @param traceId the call it belongs to, empty where there is none
  public void write(String level, String part, String message, String traceId) {
    lines.add(
        new LogLine(written.incrementAndGet(), wall.instant(), level, part, cut(message), traceId));
  }

  /// Lines, newest first.
  ///
  /// @param text case-insensitive part of message or part name; empty for all
  /// @param level only this level; empty for all
  /// @param traceId only this call; empty for all
  /// @param beforeSeq only older lines; `Long.MAX_VALUE` for the newest
  /// @param limit at most this many
  public List<LogLine> find(String text, String level, String traceId, long beforeSeq, int limit) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return lines.newestFirst().stream()
        .filter(line -> line.seq() < beforeSeq)
        .filter(line -> level.isEmpty() || line.level().equalsIgnoreCase(level))
        .filter(line -> traceId.isEmpty() || line.traceId().equals(traceId))
        .filter(line -> wanted.isEmpty() || mentions(line, wanted))
        .limit(limit)
        .toList();
  }

  private static boolean mentions(LogLine line, String wanted) {
    return line.message().toLowerCase(Locale.ROOT).contains(wanted)
        || line.part().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String cut(String message) {
    return message.length() <= MESSAGE_CHARS_MAX
        ? message
        : message.substring(0, MESSAGE_CHARS_MAX) + " …";
  }
}
