package dev.hotseat.event;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/// Why the interviewer said something: the rule that fired and the values it fired on.
///
/// @param rule the condition as written in the scenario file
/// @param values what it read, by the expression that read it, such as `p99("redirect")`
@Serdeable
public record Because(String rule, Map<String, String> values) {
  public Because {
    values = Map.copyOf(values);
  }
}
