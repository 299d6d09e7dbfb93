package dev.hotseat.demonstration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/// What demonstrations may use; each one that plays holds two live systems.
///
/// @param playingMax demonstrations playing at once
/// @param keptMax plays that can be looked at, those over included
/// @param keptFor a play that is over can be looked at for this long
@ConfigurationProperties("hotseat.demonstration")
public record DemonstrationLimits(
    @Bindable(defaultValue = "2") @Min(1) @Max(20) int playingMax,
    @Bindable(defaultValue = "50") @Min(1) @Max(10_000) int keptMax,
    @Bindable(defaultValue = "30m") @NotNull Duration keptFor) {

  /// The limits when nothing else is configured.
  public static final DemonstrationLimits USUAL =
      new DemonstrationLimits(2, 50, Duration.ofMinutes(30));
}
