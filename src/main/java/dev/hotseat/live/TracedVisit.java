package dev.hotseat.live;

import dev.hotseat.exchange.Call;
import dev.hotseat.telemetry.LogBook;
import dev.hotseat.telemetry.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call in progress. Its hops are noted in two small arrays; they become records only if the
/// trace is kept.
///
/// A visit is crossed by one thread at a time.
final class TracedVisit implements Visit {
  private static final int SPANS_AT_FIRST = 6;
  private static final int SPANS_MAX = 256;
  private static final int LONGS_PER_SPAN = 3;

  private final Call call;
  private final String region;
  private final TraceId traceId;
  private final LogBook logBook;
  private @Nullable String[] hops = new String[SPANS_AT_FIRST];
  private @Nullable String @Nullable [] whys;
  private long[] times = new long[SPANS_AT_FIRST * LONGS_PER_SPAN];
  private int spans;
  private MortalNode.Incarnation inside = MortalNode.Incarnation.NOWHERE;

  TracedVisit(Call call, String region, TraceId traceId, LogBook logBook) {
    this.call = call;
    this.region = region;
    this.traceId = traceId;
    this.logBook = logBook;
  }

  /// A visit of background work: crosses hops, notes none of them, belongs to no trace.
  static TracedVisit errand(Call call, String region, LogBook logBook) {
    TracedVisit errand = new TracedVisit(call, region, TraceId.NONE, logBook);
    errand.spans = SPANS_MAX;
    return errand;
  }

  @Override
  public Call call() {
    return call;
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public String traceId() {
    return traceId.hex();
  }

  @Override
  public void log(String level, String part, String message) {
    logBook.write(level, part, message, traceId.equals(TraceId.NONE) ? "" : traceId());
  }

  /// The process that this visit is in at present.
  MortalNode.Incarnation inside() {
    return inside;
  }

  void moveInto(MortalNode.Incarnation process) {
    inside = process;
  }

  /// Notes that a hop was begun; the number goes back into [#end]. Beyond 256 hops none are noted.
  int begin(String hop, long tickNanos) {
    int span = spans;
    if (span == SPANS_MAX) {
      return -1;
    }
    spans = span + 1;
    if (span == hops.length) {
      grow();
    }
    hops[span] = hop;
    times[span * LONGS_PER_SPAN] = tickNanos - call.dueNanos();
    return span;
  }

  void end(int span, long durationNanos, long waitedNanos) {
    if (span >= 0) {
      times[span * LONGS_PER_SPAN + 1] = durationNanos;
      times[span * LONGS_PER_SPAN + 2] = waitedNanos;
    }
  }

  void failed(int span, String why) {
    if (span >= 0) {
      @Nullable String[] known = whys;
      @Nullable String[] reasons =
          known == null
              ? new String[hops.length]
              : known.length > span ? known : Arrays.copyOf(known, hops.length);
      reasons[span] = why;
      whys = reasons;
    }
  }

  List<Span> spans() {
    List<Span> found = new ArrayList<>(spans);
    for (int i = 0; i < Math.min(spans, hops.length); i++) {
      int at = i * LONGS_PER_SPAN;
      found.add(new Span(orEmpty(hops[i]), times[at], times[at + 1], times[at + 2], why(i)));
    }
    return found;
  }

  private String why(int span) {
    return whys == null || span >= whys.length ? "" : orEmpty(whys[span]);
  }

  private void grow() {
    hops = Arrays.copyOf(hops, hops.length * 2);
    times = Arrays.copyOf(times, times.length * 2);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
