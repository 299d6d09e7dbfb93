package dev.hotseat.session;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// What a new session should be.
///
/// @param scenario name of the scenario
/// @param mode `practice` or `interview`; absent is practice
/// @param seed absent for one drawn by chance
/// @param timeMultiplier extra time, 0.5 to 4; absent is 1
/// @param candidate name to show, may be absent
/// @param clockSpeed how much faster the session's clock runs; only where configuration allows
@Serdeable
public record OpenRequest(
    String scenario,
    @Nullable String mode,
    @Nullable Long seed,
    @Nullable Double timeMultiplier,
    @Nullable String candidate,
    @Nullable Double clockSpeed) {
  /// A practice session with everything else as usual.
  public static OpenRequest practice(String scenario) {
    return new OpenRequest(scenario, "practice", null, null, null, null);
  }
}
