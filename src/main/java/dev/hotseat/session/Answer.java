package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the candidate says: words, an estimate, or a choice (with words or without).
///
/// @param text the words, absent where value or choice says it all
/// @param value of an estimate
/// @param unit of the value; absent is the unit asked for
/// @param assumptions stated with an estimate, by name
/// @param choice id of an option
@Serdeable
public record Answer(
    @Nullable String text,
    @Nullable Double value,
    @Nullable String unit,
    @Nullable Map<String, Double> assumptions,
    @Nullable String choice) {
  /// Words.
  public static Answer says(String text) {
    return new Answer(text, null, null, null, null);
  }

  /// A number with its unit.
  public static Answer estimates(double value, String unit, Map<String, Double> assumptions) {
    return new Answer(null, value, unit, assumptions, null);
  }

  /// An option.
  public static Answer chooses(String option) {
    return new Answer(null, null, null, null, option);
  }
}
