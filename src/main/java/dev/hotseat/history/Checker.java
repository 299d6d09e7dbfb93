package dev.hotseat.history;

import java.util.List;

/// Puts questions to a history.
public final class Checker {
  private Checker() {}

  public static Verdict check(Recorded recorded, List<? extends Question> questions) {
    Findings findings = new Findings();
    for (Question each : questions) {
      each.ask(recorded, findings);
    }
    return new Verdict(
        recorded.operations().size(), recorded.dropped(), findings.counts(), findings.kept());
  }
}
