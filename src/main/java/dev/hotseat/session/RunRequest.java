package dev.hotseat.session;

import dev.hotseat.event.Prediction;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A load run as asked for: a profile of the scenario, perhaps shortened, or a plan of one's own.
///
/// @param profile name of a profile; absent for a plan of one's own
/// @param ratePerSecond of one's own plan
/// @param durationSeconds of one's own plan; with a profile, the profile squeezed into this time
/// @param mix weights by kind of traffic, of one's own plan; absent is every kind evenly
/// @param loop `open` or `closed`; absent is open
/// @param predictions what the run is expected to measure
@Serdeable
public record RunRequest(
    @Nullable String profile,
    @Nullable Double ratePerSecond,
    @Nullable Double durationSeconds,
    @Nullable Map<String, Double> mix,
    @Nullable String loop,
    @Nullable List<Prediction> predictions) {
  /// A profile as it stands.
  public static RunRequest of(String profile, List<Prediction> predictions) {
    return new RunRequest(profile, null, null, null, null, predictions);
  }
}
