package dev.hotseat.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What a run measured, so far or in the end.
///
/// An *arrival* is one wish of one client; it takes one *attempt*, or several where clients retry.
/// Every arrival that became due is in exactly one of `served`, `failed` and, while the run lasts,
/// still open. Latency counts from when the arrival was due until its client knew the outcome.
///
/// @param profile what was sent
/// @param seed of the streams of chance
/// @param startedAt when the first call was due
/// @param state where the run stands
/// @param note why it is void or failed, in one sentence; otherwise empty
/// @param seconds from the first due time until the last one, or until the run was stopped
/// @param offered arrivals that became due
/// @param served arrivals answered in time, "no" (such as 404) included
/// @param failed arrivals that failed, by reason: the system's own reasons, or `abandoned` (the
///   client left), `not-sent` (never got a place in flight), `unfinished` (no answer when the run
///   ended), `broken` (the target threw)
/// @param refused served arrivals that were told "no", by reason
/// @param statuses all replies by HTTP status, those for nobody included
/// @param operations figures by kind of traffic, in the order of the mix
/// @param all latency of all arrivals together
/// @param schedule how well the plan was kept
/// @param clients what impatient clients did
/// @param series second by second, by the second in which arrivals ended
public record RunResult(
    Profile profile,
    long seed,
    Instant startedAt,
    RunState state,
    String note,
    double seconds,
    long offered,
    long served,
    Map<String, Long> failed,
    Map<String, Long> refused,
    Map<Integer, Long> statuses,
    List<Operation> operations,
    Latency all,
    Schedule schedule,
    Clients clients,
    List<Second> series) {

  public RunResult {
    failed = Map.copyOf(failed);
    refused = Map.copyOf(refused);
    statuses = Map.copyOf(statuses);
    operations = List.copyOf(operations);
    series = List.copyOf(series);
  }

  /// One kind of traffic.
  ///
  /// @param name of the traffic
  /// @param served arrivals answered in time
  /// @param failed arrivals that failed
  /// @param latency of all its arrivals, from due to known
  /// @param serviceP99Millis 99 % of attempts took at most this long from sent to answered; far
  ///   below the latency's where calls queued before they were sent
  public record Operation(
      String name, long served, long failed, Latency latency, double serviceP99Millis) {}

  /// How well the plan was kept.
  ///
  /// @param plannedPerSecond arrivals the profile asks for, over its whole time; 0 for a closed
  ///   loop
  /// @param achievedPerSecond attempts really sent that are no retries
  /// @param lagP99Millis 99 % of calls were sent at most this long after they were due; calls that
  ///   waited for a place in flight do not count here, their wait is the system's doing
  /// @param lagMaxMillis the latest
  /// @param pacerP99Millis of that, what the pacer alone was late; the rest is the wait for a
  ///   thread
  /// @param cores processor cores the whole process kept busy, generator and system together
  public record Schedule(
      double plannedPerSecond,
      double achievedPerSecond,
      double lagP99Millis,
      double lagMaxMillis,
      double pacerP99Millis,
      double cores) {}

  /// What impatient clients did.
  ///
  /// @param attempts calls sent
  /// @param retries attempts after the first of an arrival
  /// @param abandoned attempts whose client left before the answer
  /// @param forNobody replies that came after their client had left
  /// @param goodputPerSecond arrivals served
  /// @param throughputPerSecond replies, those for nobody included
  public record Clients(
      long attempts,
      long retries,
      long abandoned,
      long forNobody,
      double goodputPerSecond,
      double throughputPerSecond) {}

  /// One second of the run.
  ///
  /// @param second counted from 0
  /// @param ratePerSecond arrivals that ended in it
  /// @param errorsPerSecond of these, failed ones
  /// @param p99Millis latency of these
  public record Second(
      int second, double ratePerSecond, double errorsPerSecond, double p99Millis) {}

  /// All failed arrivals.
  public long failures() {
    return failed.values().stream().mapToLong(Long::longValue).sum();
  }

  /// One figure by its key; see [#figures].
  public OptionalDouble figure(String key) {
    Double found = figures().get(key);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  /// Every figure by key, `measure/subject`, with the measures and units of
  /// [dev.hotseat.telemetry.Readings]: `rate`, `errors`, `errorShare`, `p50`, `p99`, `p999`, `max`
  /// of each traffic and of `run` as a whole, and `why` (per second) of each reason. Besides:
  /// `count`, `service` (p99, milliseconds), `failed` (arrivals of one reason), and of `run` only
  /// `goodput`, `throughput`, `achieved`, `lag`, `retries`, `abandoned`, `cores`.
  public Map<String, Double> figures() {
    Map<String, Double> figures = new TreeMap<>();
    put(figures, "run", served, failures(), all);
    for (Operation operation : operations) {
      put(figures, operation.name(), operation.served(), operation.failed(), operation.latency());
      figures.put("service/" + operation.name(), operation.serviceP99Millis());
    }
    failed.forEach((why, count) -> figures.put("failed/" + why, (double) count));
    failed.forEach((why, count) -> figures.put("why/" + why, perSecond(count)));
    refused.forEach((why, count) -> figures.merge("why/" + why, perSecond(count), Double::sum));
    figures.put("goodput/run", clients.goodputPerSecond());
    figures.put("throughput/run", clients.throughputPerSecond());
    figures.put("retries/run", (double) clients.retries());
    figures.put("abandoned/run", (double) clients.abandoned());
    figures.put("achieved/run", schedule.achievedPerSecond());
    figures.put("lag/run", schedule.lagP99Millis());
    figures.put("cores/run", schedule.cores());
    return figures;
  }

  private void put(
      Map<String, Double> figures, String subject, long served, long failed, Latency latency) {
    long count = served + failed;
    figures.put("count/" + subject, (double) count);
    figures.put("rate/" + subject, perSecond(count));
    figures.put("errors/" + subject, perSecond(failed));
    figures.put("errorShare/" + subject, count == 0 ? 0 : (double) failed / count);
    figures.put("p50/" + subject, latency.p50Millis());
    figures.put("p99/" + subject, latency.p99Millis());
    figures.put("p999/" + subject, latency.p999Millis());
    figures.put("max/" + subject, latency.maxMillis());
  }

  private double perSecond(long count) {
    return seconds > 0 ? count / seconds : 0;
  }
}
