package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Readings over time, one column per key, all on one axis.
///
/// @param elapsedSeconds of each point, on the session's clock
/// @param values by key, one per point; absent where nothing was measured in that second
@Serdeable
public record Series(List<Double> elapsedSeconds, Map<String, List<@Nullable Double>> values) {}
