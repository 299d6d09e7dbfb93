package dev.hotseat.scenario;

import java.util.Map;

/// A compiled condition over [Facts]. A fact that was not measured makes any comparison with it
/// false.
public interface Condition {
  /// The text as written in the file.
  String source();

  /// Whether it holds, and what it read.
  Verdict over(Facts facts);

  /// The outcome of one evaluation.
  ///
  /// @param holds whether the condition is true
  /// @param values what it read, by the expression that read it, such as `p99("redirect")` → `214`
  record Verdict(boolean holds, Map<String, String> values) {}
}
