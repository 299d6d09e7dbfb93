package dev.hotseat.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// Counts and histograms of some stretch of a run. Not safe for use by several threads.
final class Tally {
  private final List<Histogram> latency;
  private final List<Histogram> service;
  private final Histogram lag = nanos();
  private final long[] served;
  private final long[] failed;
  private final Map<String, Long> failures = new HashMap<>();
  private final Map<String, Long> refusals = new HashMap<>();
  private final long[] statuses = new long[1_000];
  private long lastSentNanos = Long.MIN_VALUE;
  private long firsts;
  private long attempts;
  private long replies;
  private long abandoned;
  private long forNobody;

  /// @param operations kinds of traffic
  Tally(int operations) {
    this.latency = histograms(operations);
    this.service = histograms(operations);
    this.served = new long[operations];
    this.failed = new long[operations];
  }

  /// An attempt got its reply; one that came too late is for nobody.
  void replied(Attempt attempt, long sentNanos, long doneNanos, int status, boolean late) {
    attempts++;
    firsts += attempt.number() == 1 ? 1 : 0;
    replies++;
    lastSentNanos = Math.max(lastSentNanos, sentNanos);
    forNobody += late ? 1 : 0;
    service.get(attempt.operation()).recordValue(Math.max(0, doneNanos - sentNanos));
    statuses[Math.clamp(status, 0, statuses.length - 1)]++;
  }

  /// An attempt was sent and never got a reply.
  void unanswered(Attempt attempt) {
    attempts++;
    firsts += attempt.number() == 1 ? 1 : 0;
  }

  /// A client left before the answer to one attempt.
  void left() {
    abandoned++;
  }

  /// How late an attempt was sent by the generator.
  void lag(Attempt attempt, long sentNanos) {
    lag.recordValue(Math.max(0, sentNanos - attempt.dueNanos()));
  }

  /// An arrival ended well, or with a "no" that carries a reason.
  void served(Attempt attempt, long atNanos, String refusal) {
    served[attempt.operation()]++;
    ended(attempt, atNanos);
    if (!refusal.isEmpty()) {
      refusals.merge(refusal, 1L, Long::sum);
    }
  }

  /// An arrival ended badly.
  void failed(Attempt attempt, long atNanos, String why) {
    failed[attempt.operation()]++;
    ended(attempt, atNanos);
    failures.merge(why, 1L, Long::sum);
  }

  /// Adds all of another tally to this one.
  void add(Tally other) {
    for (int operation = 0; operation < served.length; operation++) {
      latency.get(operation).add(other.latency.get(operation));
      service.get(operation).add(other.service.get(operation));
      served[operation] += other.served[operation];
      failed[operation] += other.failed[operation];
    }
    lag.add(other.lag);
    other.failures.forEach((why, count) -> failures.merge(why, count, Long::sum));
    other.refusals.forEach((why, count) -> refusals.merge(why, count, Long::sum));
    Arrays.setAll(statuses, status -> statuses[status] + other.statuses[status]);
    lastSentNanos = Math.max(lastSentNanos, other.lastSentNanos);
    firsts += other.firsts;
    attempts += other.attempts;
    replies += other.replies;
    abandoned += other.abandoned;
    forNobody += other.forNobody;
  }

  /// Back to nothing, keeping the memory.
  void clear() {
    latency.forEach(Histogram::reset);
    service.forEach(Histogram::reset);
    lag.reset();
    Arrays.fill(served, 0);
    Arrays.fill(failed, 0);
    failures.clear();
    refusals.clear();
    Arrays.fill(statuses, 0);
    lastSentNanos = Long.MIN_VALUE;
    firsts = 0;
    attempts = 0;
    replies = 0;
    abandoned = 0;
    forNobody = 0;
  }

  /// Figures of each kind of traffic. Kinds that differ in their region only (`redirect@eu`,
  /// `redirect@us`) are also added up under the common name, before the first of them.
  List<RunResult.Operation> operations(List<String> names) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int operation = 0; operation < names.size(); operation++) {
      String name = names.get(operation);
      members.computeIfAbsent(Flow.family(name), _ -> new ArrayList<>()).add(operation);
    }
    List<RunResult.Operation> figures = new ArrayList<>();
    members.forEach((family, operations) -> {
      if (!operations.stream().map(names::get).toList().equals(List.of(family))) {
        figures.add(together(family, operations));
      }
      operations.forEach(each -> figures.add(together(names.get(each), List.of(each))));
    });
    return figures;
  }

  private RunResult.Operation together(String name, List<Integer> operations) {
    Histogram latencies = nanos();
    Histogram services = nanos();
    long servedOfThem = 0;
    long failedOfThem = 0;
    for (int operation : operations) {
      latencies.add(latency.get(operation));
      services.add(service.get(operation));
      servedOfThem += served[operation];
      failedOfThem += failed[operation];
    }
    return new RunResult.Operation(
        name,
        servedOfThem,
        failedOfThem,
        Latency.of(latencies),
        services.getValueAtPercentile(99) / 1e6);
  }

  RunResult.Second second(int second, double lengthSeconds) {
    Histogram all = all();
    return new RunResult.Second(
        second,
        all.getTotalCount() / lengthSeconds,
        sum(failed) / lengthSeconds,
        all.getValueAtPercentile(99) / 1e6);
  }

  RunResult.Clients clients(double seconds) {
    return new RunResult.Clients(
        attempts,
        attempts - firsts,
        abandoned,
        forNobody,
        seconds > 0 ? sum(served) / seconds : 0,
        seconds > 0 ? replies / seconds : 0);
  }

  /// Latency of all arrivals together.
  Histogram all() {
    Histogram all = nanos();
    latency.forEach(all::add);
    return all;
  }

  Histogram lag() {
    return lag;
  }

  Map<String, Long> failures() {
    return failures;
  }

  Map<String, Long> refusals() {
    return refusals;
  }

  Map<Integer, Long> statuses() {
    return IntStream.range(0, statuses.length)
        .filter(status -> statuses[status] > 0)
        .boxed()
        .collect(Collectors.toMap(status -> status, status -> statuses[status]));
  }

  /// Attempts sent that were the first of their arrival.
  long firsts() {
    return firsts;
  }

  /// When the last answered attempt was sent.
  long lastSentNanos() {
    return lastSentNanos;
  }

  long served() {
    return sum(served);
  }

  private void ended(Attempt attempt, long atNanos) {
    latency.get(attempt.operation()).recordValue(Math.max(0, atNanos - attempt.arrivedNanos()));
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static List<Histogram> histograms(int count) {
    return IntStream.range(0, count).mapToObj(_ -> nanos()).toList();
  }

  /// Three digits from a microsecond up; grows with what it is shown.
  static Histogram nanos() {
    var histogram = new Histogram(1_000, 10_000_000, 3);
    histogram.setAutoResize(true);
    return histogram;
  }
}
