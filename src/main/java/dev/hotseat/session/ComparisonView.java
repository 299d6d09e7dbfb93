package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two finished runs side by side.
///
/// @param a number of the first run
/// @param b number of the second run
/// @param differences what makes the two not comparable like for like, one sentence each
/// @param levers what changed in the design between them
/// @param rows figures of both
@Serdeable
public record ComparisonView(
    int a, int b, List<String> differences, List<LeverChange> levers, List<Row> rows) {

  /// A lever whose value differed.
  @Serdeable
  public record LeverChange(String lever, String a, String b) {}

  /// One figure in both runs.
  ///
  /// @param key `measure/subject`
  /// @param ratio `b / a`, absent where a is zero
  /// @param moved `same`, `higher`, `lower`, `appeared` or `gone`
  @Serdeable
  public record Row(String key, double a, double b, @Nullable Double ratio, String moved) {}
}
