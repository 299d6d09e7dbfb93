package dev.hotseat.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/// What sessions may use, together and each.
///
/// @param openMax sessions going on at once
/// @param opensPerMinute sessions opened in any minute
/// @param answerCharsMax characters of an answer, a reason or a note
/// @param arrivalsPerSecondMax highest rate of a load run
/// @param runMax longest load run
/// @param idleMax a session in which nobody did anything for this long ends as `expired`
/// @param retention ended sessions are erased after this long
/// @param sweepEvery how often idle and old sessions are looked for
/// @param lagMax entries that a live reader may fall behind before it is cut
/// @param looksPerMinute looks at instruments that are kept, of all a candidate takes
/// @param clockSpeed session seconds per real second
/// @param clockSpeedMax fastest clock that an opening may ask for; 1 allows none but the usual
/// @param lateMax a load run is never void for sending less late than this; its figures are to be
///   believed only as far as that
@ConfigurationProperties("hotseat.session")
public record SessionLimits(
    @Bindable(defaultValue = "200") @Min(1) @Max(10_000) int openMax,
    @Bindable(defaultValue = "300") @Min(1) int opensPerMinute,
    @Bindable(defaultValue = "8000") @Min(100) @Max(8_000) int answerCharsMax,
    @Bindable(defaultValue = "150000") @Min(1) int arrivalsPerSecondMax,
    @Bindable(defaultValue = "10m") @NotNull Duration runMax,
    @Bindable(defaultValue = "2h") @NotNull Duration idleMax,
    @Bindable(defaultValue = "30d") @NotNull Duration retention,
    @Bindable(defaultValue = "1m") @NotNull Duration sweepEvery,
    @Bindable(defaultValue = "2000") @Min(10) int lagMax,
    @Bindable(defaultValue = "30") @Min(1) int looksPerMinute,
    @Bindable(defaultValue = "1") @DecimalMin("0.1") @DecimalMax("1000") double clockSpeed,
    @Bindable(defaultValue = "1") @DecimalMin("1") @DecimalMax("1000") double clockSpeedMax,
    @Bindable(defaultValue = "2ms") @NotNull Duration lateMax) {

  /// The limits when nothing else is configured.
  public static final SessionLimits USUAL =
      new SessionLimits(
          200,
          300,
          8_000,
          150_000,
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofDays(30),
          Duration.ofMinutes(1),
          2_000,
          30,
          1,
          1,
          Duration.ofMillis(2));
}
