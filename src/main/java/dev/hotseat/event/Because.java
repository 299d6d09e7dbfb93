package dev.hotseat.event;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.regex.Pattern;

/// Why the interviewer said something: the rule that fired and the values it fired on.
///
/// @param rule the condition as written in the scenario file
/// @param values what it read, by the expression that read it, such as `p99("redirect")`
@Serdeable
public record Because(String rule, Map<String, String> values) {
  /// Functions of conditions whose answer tells that, or what, the script has broken.
  private static final Pattern OF_FAULTS =
      Pattern.compile("\\b(fault\\w*|injectedAt|drawn|explained|misnamed)\\s*\\(");

  public Because {
    values = Map.copyOf(values);
  }

  /// Whether somebody who is looking for a fault would learn of it from this.
  public boolean tellsOfFaults() {
    return OF_FAULTS.matcher(rule).find();
  }
}
