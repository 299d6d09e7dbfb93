package dev.hotseat.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A condition in CEL.
record CompiledCondition(Language.Compiled compiled) implements Condition {
  @Override
  public String source() {
    return compiled.source();
  }

  @Override
  public Verdict over(Facts facts) {
    Map<String, String> seen = new LinkedHashMap<>();
    boolean holds = compiled.over(facts, seen).filter(Boolean.TRUE::equals).isPresent();
    return new Verdict(holds, Collections.unmodifiableMap(seen));
  }
}
