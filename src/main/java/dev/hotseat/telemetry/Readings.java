package dev.hotseat.telemetry;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.OptionalDouble;

/// Every number the instruments show for one second, by key.
///
/// A key is `measure/subject`. Measures of operations (`redirect`, or `redirect@eu` for one region)
/// and of hops (`app.eu>store`): `rate` (completed per second), `errors` (failed per second), and
/// where anything completed `errorShare` (0..1), `p50`, `p99`, `p999`, `max` (milliseconds). Of
/// operations also `goodput` (per second, answered while the client was still there) and `wasted`
/// (per second, answered well to nobody). Of bounded parts (`store`): `inUse`, `waiting`, `size`
/// (slots). Of refusals (`pool-wait`): `why` (per second). Of the system as a whole:
/// `inFlight/calls`. Of what a blueprint declares: `gauge` and `oracle`, in the unit that it
/// declares.
///
/// @param second seconds since the live system was built
/// @param numbers the last second's figures by key
/// @param recent the same keys over the last five seconds, which conditions read: one noisy second
///   must not make the interviewer speak
@Serdeable
public record Readings(long second, Map<String, Double> numbers, Map<String, Double> recent) {

  public Readings {
    numbers = Map.copyOf(numbers);
    recent = Map.copyOf(recent);
  }

  /// A figure of the last second, if it was measured.
  public OptionalDouble number(String key) {
    Double found = numbers.get(key);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
