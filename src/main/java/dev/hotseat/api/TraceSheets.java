package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Grid;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.telemetry.Span;
import dev.hotseat.telemetry.Trace;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Traces on a terminal.
final class TraceSheets {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
  private static final int WATERFALL = 40;
  private static final double NANOS = 1e6;

  private TraceSheets() {}

  static Sheet list(List<Trace> traces, Commands commands) {
    Sheet sheet = new Sheet().head("traces", traces.size() + " shown");
    if (traces.isEmpty()) {
      return sheet.paragraph("None kept that match. Slow and failed calls always are.");
    }
    Grid grid =
        new Grid("at", "trace", "operation", "region", ">status", ">took", "why", "longest hop");
    for (Trace each : traces) {
      grid.row(
          TIME.format(each.at()),
          each.traceId(),
          each.operation(),
          each.region(),
          Integer.toString(each.status()),
          Figures.millis(each.durationNanos() / NANOS),
          each.why(),
          longest(each));
    }
    return sheet
        .grid(grid.dense())
        .next(commands.block(commands.get("traces/" + traces.getFirst().traceId())));
  }

  static Sheet trace(Trace trace, Commands commands) {
    Sheet sheet =
        new Sheet()
            .head(
                "trace " + trace.traceId(),
                trace.status() + " in " + Figures.millis(trace.durationNanos() / NANOS));
    sheet.paragraph(
        trace.operation()
            + (trace.region().isEmpty() ? "" : " from " + trace.region())
            + " at "
            + TIME.format(trace.at())
            + (trace.why().isEmpty() ? "" : ", failed: " + trace.why()));
    Grid grid = new Grid("hop", "", ">took", ">waited", "why");
    for (Span span : trace.spans()) {
      grid.row(
          span.hop(),
          stretch(span, trace.durationNanos()),
          Figures.millis(span.durationNanos() / NANOS),
          Figures.millis(span.waitedNanos() / NANOS),
          span.why());
    }
    if (!grid.isEmpty()) {
      sheet.blank().grid(grid);
    }
    return sheet.next(commands.block(commands.get("logs?trace=" + trace.traceId())));
  }

  /// Where in the call's time the hop lies; at least one stroke, so that a short hop is seen.
  private static String stretch(Span span, long wholeNanos) {
    double scale = WATERFALL / (double) Math.max(1, wholeNanos);
    int from = Math.clamp((long) (span.startNanos() * scale), 0, WATERFALL - 1);
    int length = Math.clamp(Math.round(span.durationNanos() * scale), 1, WATERFALL - from);
    return "·".repeat(from) + "█".repeat(length) + "·".repeat(WATERFALL - from - length);
  }

  /// Where the time went: the longest hop, or the one inside it that took most of its time, and so
  /// on inwards.
  private static String longest(Trace trace) {
    Span longest = null;
    Span inside = longest(trace.spans());
    while (inside != null) {
      longest = inside;
      Span around = inside;
      inside =
          longest(
              trace.spans().stream()
                  .filter(each -> within(each, around))
                  .filter(each -> 2 * each.durationNanos() >= around.durationNanos())
                  .toList());
    }
    return longest == null
        ? ""
        : longest.hop() + " " + Figures.millis(longest.durationNanos() / NANOS);
  }

  private static @Nullable Span longest(List<Span> spans) {
    return spans.stream().max(Comparator.comparingLong(Span::durationNanos)).orElse(null);
  }

  private static boolean within(Span span, Span around) {
    return span.durationNanos() < around.durationNanos()
        && span.startNanos() >= around.startNanos()
        && span.startNanos() + span.durationNanos() <= around.startNanos() + around.durationNanos();
  }
}
