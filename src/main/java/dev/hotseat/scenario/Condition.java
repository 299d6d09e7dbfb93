package dev.hotseat.scenario;

import java.util.Map;

/// A compiled condition over [Facts]. A fact that was not measured makes what is compared with it
/// unknown, and an unknown condition does not hold, negated or not; `docs/FACTS.md` says more.
public interface Condition {
  /// The text as written in the file.
  String source();

  /// Whether it holds, and what it read.
  Verdict over(Facts facts);

  /// The outcome of one evaluation.
  ///
  /// @param holds whether the condition is true
  /// @param values what it read, by the expression that read it, such as `p99("redirect")` → `214
  ///   ms`, in the order of reading; `n/a` for what was not measured
  record Verdict(boolean holds, Map<String, String> values) {}
}
