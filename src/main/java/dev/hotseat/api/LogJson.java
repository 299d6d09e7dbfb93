package dev.hotseat.api;

import dev.hotseat.telemetry.LogLine;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A log line for clients.
///
/// @param traceId absent for lines that belong to no call
@Serdeable
record LogJson(
    long seq, Instant at, String level, String part, String message, @Nullable String traceId) {

  /// A page of lines, newest first.
  ///
  /// @param next cursor of the next older page, absent on the last
  @Serdeable
  record Lines(List<LogJson> lines, @Nullable String next) {}

  static Lines page(List<LogLine> lines, int limit) {
    String next = lines.size() < limit ? null : Long.toString(lines.getLast().seq());
    return new Lines(lines.stream().map(LogJson::of).toList(), next);
  }

  private static LogJson of(LogLine line) {
    return new LogJson(
        line.seq(),
        line.at(),
        line.level(),
        line.part(),
        line.message(),
        line.traceId().isEmpty() ? null : line.traceId());
  }
}
