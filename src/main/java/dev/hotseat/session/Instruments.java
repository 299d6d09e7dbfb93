package dev.hotseat.session;

import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.HopFailure;
import dev.hotseat.live.Listing;
import dev.hotseat.live.LiveSystem.LogQuery;
import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.session.SessionRefusal.Kind;
import dev.hotseat.telemetry.LogLine;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the live system's instruments and keeps that a candidate looked.
final class Instruments {
  private final Core core;
  private final Looks looks;

  Instruments(Core core, SessionLimits limits) {
    this.core = core;
    this.looks = new Looks(core.world().ticks(), limits.looksPerMinute());
  }

  Optional<Readings> metrics(Role by) {
    looked("metrics", "", by);
    return core.latest();
  }

  List<Trace> traces(TraceQuery query, Role by) {
    List<Trace> found = core.live().traces(query);
    looked("traces", what(query), by);
    return found;
  }

  private static String what(TraceQuery query) {
    StringBuilder what = new StringBuilder(query.slowestFirst() ? "slowest" : "newest");
    if (query.failed()) {
      what.append(" failed");
    }
    return query.operation().isEmpty()
        ? what.toString()
        : what.append(" ").append(query.operation()).toString();
  }

  Optional<Trace> trace(String traceId, Role by) {
    Optional<Trace> found = core.live().trace(traceId);
    if (found.isPresent()) {
      looked("trace", traceId, by);
    }
    return found;
  }

  List<LogLine> logs(LogQuery query, Role by) {
    List<LogLine> found = core.live().logs(query);
    looked("logs", (query.level() + " " + query.text() + " " + query.traceId()).strip(), by);
    return found;
  }

  Table sql(String statement, Role by) {
    try {
      Table table = core.live().sql(statement);
      looked("sql", statement.strip(), by);
      return table;
    } catch (SqlRefusal refusal) {
      throw new SessionRefusal(
          Kind.INVALID,
          String.valueOf(refusal.getMessage()),
          "statement",
          refusal.expected(),
          Looks.shortened(statement));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionRefusal(Kind.BUSY, "The statement was interrupted.");
    }
  }

  Listing sheet(String sheet, Map<String, String> parameters, Role by) {
    try {
      Listing listing = core.live().sheet(sheet, parameters);
      looked("sheet", told(sheet, parameters), by);
      return listing;
    } catch (Refusal refusal) {
      throw SessionRefusal.invalid(refusal.field(), refusal.expected(), refusal.got());
    } catch (HopFailure busy) {
      throw new SessionRefusal(
          Kind.BUSY, "The instrument could not be read: " + busy.why().reason() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionRefusal(Kind.BUSY, "The look was interrupted.");
    }
  }

  private static String told(String sheet, Map<String, String> parameters) {
    return Stream.concat(
            Stream.of(sheet),
            parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + each.getValue()))
        .collect(Collectors.joining(" "));
  }

  /// Keeps a candidate's look. That it could not be kept is no reason not to show anything.
  void looked(String instrument, String what, Role by) {
    String brief = Looks.shortened(what);
    if (by != Role.CANDIDATE || core.story().ended() || !looks.counts(instrument, brief)) {
      return;
    }
    try {
      core.tell(new Looked(instrument, brief));
    } catch (SessionRefusal notKept) {
      return;
    }
  }
}
