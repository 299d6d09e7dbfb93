package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A load run: going on, or over.
///
/// @param run its number in the session, from 1
/// @param state `running`, `done`, `stopped`, `void` or `failed`
/// @param note why it is void or failed, otherwise empty
/// @param profile name of the profile, or `own`
/// @param plan in one line
/// @param by who started it
/// @param progress share of the planned time, 0..1
/// @param failed arrivals that failed, by reason
/// @param refused served arrivals that were told "no", by reason
/// @param operations figures by kind of traffic; empty while it goes on
/// @param predictions predicted against measured
/// @param figures every figure by key, as in readings; empty while it goes on
/// @param series second by second; empty while it goes on
@Serdeable
public record RunView(
    int run,
    String state,
    String note,
    String profile,
    String plan,
    String by,
    Instant startedAt,
    double elapsedSeconds,
    double remainingSeconds,
    double progress,
    double ratePerSecond,
    long offered,
    long served,
    Map<String, Long> failed,
    Map<String, Long> refused,
    List<OperationView> operations,
    List<PredictionView> predictions,
    Map<String, Double> figures,
    List<SecondView> series) {

  /// One kind of traffic of a finished run.
  @Serdeable
  public record OperationView(
      String name,
      long count,
      long failed,
      double p50Millis,
      double p99Millis,
      double p999Millis,
      double maxMillis) {}

  /// A prediction beside what was measured.
  ///
  /// @param measured absent while the run goes on, or where it was not measured
  @Serdeable
  public record PredictionView(
      String metric, double predicted, String unit, @Nullable Double measured) {}

  /// One second of a finished run.
  @Serdeable
  public record SecondView(
      int second, double ratePerSecond, double errorsPerSecond, double p99Millis) {}
}
