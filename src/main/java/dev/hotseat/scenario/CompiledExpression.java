package dev.hotseat.scenario;

import java.util.LinkedHashMap;
import java.util.OptionalDouble;

/// A number in CEL.
record CompiledExpression(Language.Compiled compiled) implements Expression {
  @Override
  public String source() {
    return compiled.source();
  }

  @Override
  public OptionalDouble over(Facts facts) {
    double value =
        compiled
            .over(facts, new LinkedHashMap<>())
            .map(each -> ((Number) each).doubleValue())
            .orElse(Double.NaN);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
