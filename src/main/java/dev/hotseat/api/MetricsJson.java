package dev.hotseat.api;

import dev.hotseat.session.Series;
import dev.hotseat.telemetry.Readings;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Readings for clients.
///
/// @param second of the live system
/// @param numbers figures of that second, by key
/// @param recent the same keys over the last five seconds
/// @param series of the keys asked for, absent where none was
@Serdeable
record MetricsJson(
    long second, Map<String, Double> numbers, Map<String, Double> recent, @Nullable Series series) {

  static MetricsJson of(Readings readings, Series series) {
    return new MetricsJson(
        readings.second(),
        new TreeMap<>(readings.numbers()),
        new TreeMap<>(readings.recent()),
        series.values().isEmpty() ? null : series);
  }
}
