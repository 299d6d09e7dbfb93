package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.scenario.Scenario;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a session shows of its candidate, dimension by dimension: a pure fold over the journal. No
/// level without receipts, and each receipt tells what it is worth and why.
///
/// @param dimensions of the rubric, in its order
/// @param disqualifiers reported on their own, whatever the levels are
@Serdeable
public record Scorecard(List<DimensionScore> dimensions, List<Receipt> disqualifiers) {
  public Scorecard {
    dimensions = List.copyOf(dimensions);
    disqualifiers = List.copyOf(disqualifiers);
  }

  /// The scorecard of a journal.
  ///
  /// @param startLevers every lever of the live system with the value the session started with
  public static Scorecard of(
      Scenario scenario, Map<String, String> startLevers, List<Entry> journal) {
    return of(scenario, Evidence.of(scenario, startLevers, journal));
  }

  static Scorecard of(Scenario scenario, List<Credit> credits) {
    List<DimensionScore> scores =
        scenario.dimensions().stream()
            .map(each -> DimensionScore.of(each, receipts(each.name(), credits)))
            .toList();
    return new Scorecard(
        scores, credits.stream().filter(Credit::disqualifies).map(Credit::receipt).toList());
  }

  /// The weakest of the dimensions that were assessed: the lowest level, and of equals the one
  /// farthest from its highest.
  Optional<DimensionScore> weakest() {
    return assessed().stream().min(DimensionScore.WEAKEST_FIRST);
  }

  /// The strongest of the dimensions that were assessed.
  Optional<DimensionScore> strongest() {
    return assessed().stream().max(DimensionScore.WEAKEST_FIRST);
  }

  List<DimensionScore> assessed() {
    return dimensions.stream().filter(each -> each.level() != null).toList();
  }

  private static List<Receipt> receipts(String dimension, List<Credit> credits) {
    return credits.stream()
        .filter(each -> !each.disqualifies() && each.award().dimension().equals(dimension))
        .map(Credit::receipt)
        .toList();
  }
}
