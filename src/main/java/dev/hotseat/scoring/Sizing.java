package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.scenario.EstimateCheck;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.Strength;
import java.util.OptionalDouble;

/// What an estimate is worth, against the candidate's own assumptions.
record Sizing(Estimate estimate, double value, String unit, Facts facts) {
  Credit credit(Entry entry, String question, int hints) {
    Worth worth = worth().afterHints(hints);
    return Credit.of(
        "estimate",
        Credit.entry(entry),
        entry,
        question,
        worth.points() > 0 ? estimate.award() : missed(),
        worth,
        told());
  }

  private OptionalDouble factor() {
    return EstimateCheck.factorOff(estimate, value, unit, facts);
  }

  private Worth worth() {
    Worth full = Worth.of(estimate.award());
    double off = factor().orElse(Double.POSITIVE_INFINITY);
    if (off <= estimate.factor()) {
      return full;
    }
    return off <= 2 * estimate.factor()
        ? full.half("off by a factor of " + Figures.text(off))
        : full.nothing("too far off");
  }

  /// An estimate far off is evidence too: not of the award, but of having been tried.
  private Award missed() {
    Award award = estimate.award();
    return new Award(Strength.WEAK, award.dimension(), award.points(), "An estimate that missed");
  }

  private String told() {
    String said = "said " + Figures.text(value) + " " + (unit.isEmpty() ? estimate.unit() : unit);
    OptionalDouble expected = estimate.expect().over(facts);
    if (factor().isEmpty() || expected.isEmpty()) {
      return said + ", which cannot be compared with " + estimate.unit();
    }
    return "%s, where the own assumptions give %s %s (a factor of %s)"
        .formatted(
            said,
            Figures.text(expected.getAsDouble()),
            estimate.unit(),
            Figures.text(factor().getAsDouble()));
  }
}
