package dev.hotseat.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finished calls worth keeping. Failed, slow, refused and ordinary calls each have a quarter of
/// the room, so that what is plentiful never pushes out what is rare.
public final class TraceBook {
  /// Why a call is kept.
  public enum Kind {
    /// The system failed the caller.
    FAILED,
    /// It took long.
    SLOW,
    /// It was answered "no".
    REFUSED,
    /// It was picked as a sample, or its client asked for it to be kept.
    ORDINARY
  }

  private final Map<Kind, Ring<Trace>> shelves = new EnumMap<>(Kind.class);

  /// A book with room for `size` traces.
  public TraceBook(int size) {
    for (Kind kind : Kind.values()) {
      shelves.put(kind, new Ring<>(size / Kind.values().length));
    }
  }

  /// Keeps a trace.
  public void keep(Kind kind, Trace trace) {
    shelf(kind).add(trace);
  }

  /// Kept traces.
  ///
  /// @param operation only this operation; empty for all
  /// @param failed only calls that the system failed
  /// @param leastNanos only calls that took at least this long
  /// @param limit at most this many
  /// @param slowestFirst slowest first instead of newest first
  public List<Trace> list(
      String operation, boolean failed, long leastNanos, int limit, boolean slowestFirst) {
    Comparator<Trace> order =
        slowestFirst
            ? Comparator.comparingLong(Trace::durationNanos).reversed()
            : Comparator.comparing(Trace::at).reversed();
    return kept(failed)
        .filter(trace -> operation.isEmpty() || trace.operation().equals(operation))
        .filter(trace -> trace.durationNanos() >= leastNanos)
        .sorted(order)
        .limit(limit)
        .toList();
  }

  /// The newest kept trace with this id.
  public Optional<Trace> find(String traceId) {
    return kept(false)
        .filter(trace -> trace.traceId().equals(traceId))
        .max(Comparator.comparing(Trace::at));
  }

  private Stream<Trace> kept(boolean failed) {
    List<Trace> all = new ArrayList<>();
    for (Kind kind : failed ? new Kind[] {Kind.FAILED} : Kind.values()) {
      all.addAll(shelf(kind).newestFirst());
    }
    return all.stream();
  }

  private Ring<Trace> shelf(Kind kind) {
    Ring<Trace> shelf = shelves.get(kind);
    if (shelf == null) {
      throw new IllegalStateException("no shelf for " + kind);
    }
    return shelf;
  }
}
