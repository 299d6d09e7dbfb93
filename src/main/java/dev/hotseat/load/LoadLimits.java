package dev.hotseat.load;

import dev.hotseat.exchange.Refusal;
import java.time.Duration;

/// How much load one run may make.
///
/// @param ratePerSecondMax highest rate of any stage
/// @param durationMax longest run
/// @param inFlightMax calls sent and not yet answered; arrivals beyond it wait, and count as
///   `not-sent` when they wait too long
/// @param clientsMax clients of a closed loop
/// @param waitMax how long an arrival may wait to be sent, and how long a run waits for its last
///   answers
/// @param lagFloor a run is never void for sending less late than this
public record LoadLimits(
    double ratePerSecondMax,
    Duration durationMax,
    int inFlightMax,
    int clientsMax,
    Duration waitMax,
    Duration lagFloor) {

  /// What a session gets when nothing else is configured.
  public static final LoadLimits USUAL =
      new LoadLimits(
          150_000,
          Duration.ofMinutes(10),
          20_000,
          1_000,
          Duration.ofSeconds(5),
          Duration.ofMillis(2));

  void check(Profile profile) {
    if (profile.loop().duration().compareTo(durationMax) > 0) {
      throw new Refusal(
          "durationSeconds",
          "at most " + durationMax.toSeconds(),
          Long.toString(profile.loop().duration().toSeconds()));
    }
    switch (profile.loop()) {
      case Loop.Closed(int clients, _, _) -> {
        if (clients > clientsMax) {
          throw new Refusal("clients", "at most " + clientsMax, Integer.toString(clients));
        }
      }
      case Loop.Open(_, var stages) -> stages.forEach(this::check);
    }
  }

  private void check(Stage stage) {
    if (stage.peakPerSecond() > ratePerSecondMax) {
      throw new Refusal(
          "ratePerSecond",
          "at most %.0f".formatted(ratePerSecondMax),
          Double.toString(stage.peakPerSecond()));
    }
  }
}
