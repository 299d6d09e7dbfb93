package dev.hotseat.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every wish happens at most once: told `ok`, exactly once; told `fail`, not at all; not told,
/// once or not at all, and after recovery the system knows which.
public final class AtMostOnce implements Question {
  private final String action;
  private final String book;
  private final List<Effect> effects;
  private final Map<String, Belief> beliefs;

  private AtMostOnce(
      String action, String book, List<Effect> effects, Map<String, Belief> beliefs) {
    this.action = action;
    this.book = book;
    this.effects = List.copyOf(effects);
    this.beliefs = Map.copyOf(beliefs);
  }

  /// Holds the wishes of one action against the book of what happened.
  public static AtMostOnce of(String action, String book, List<Effect> effects) {
    return new AtMostOnce(action, book, effects, Map.of());
  }

  /// Also asks what the system believes about each wish, once it has recovered. A wish that is not
  /// in the map is one of which the system knows nothing.
  public AtMostOnce believing(Map<String, Belief> bySubject) {
    return new AtMostOnce(action, book, effects, bySubject);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    Map<String, List<Operation>> wishes = recorded.bySubject(Set.of(action));
    Map<String, List<Effect>> happened = Effect.by(Effect::subject, effects);
    Set<String> subjects = new HashSet<>(wishes.keySet());
    subjects.addAll(happened.keySet());
    for (String subject : subjects) {
      new Wish(
              subject,
              wishes.getOrDefault(subject, List.of()),
              happened.getOrDefault(subject, List.of()))
          .judge(findings);
    }
  }

  private final class Wish {
    private final String subject;
    private final List<Operation> attempts;
    private final List<Effect> made;

    Wish(String subject, List<Operation> attempts, List<Effect> made) {
      this.subject = subject;
      this.attempts = attempts;
      this.made = made;
    }

    void judge(Findings findings) {
      if (attempts.isEmpty()) {
        report(findings, Kind.STRAY, "is in the %s's book, but nobody asked for it");
      } else if (made.size() > 1) {
        report(findings, Kind.DOUBLED, "was wanted once and is %d times in the %s's book");
      } else if (made.isEmpty()) {
        judgeAbsent(findings);
      } else {
        judgePresent(findings, made.getFirst());
      }
    }

    private void judgeAbsent(Findings findings) {
      if (attempts.stream().anyMatch(Operation::isOk)) {
        report(findings, Kind.LOST, "was acknowledged and is not in the %s's book");
      } else if (beliefs.get(subject) == Belief.DONE) {
        report(
            findings, Kind.MISBELIEVED, "is not in the %s's book, and the system says it was done");
      } else {
        judgeOpen(findings);
      }
    }

    private void judgePresent(Findings findings, Effect effect) {
      if (attempts.stream().allMatch(Operation::isFail)) {
        report(findings, Kind.UNWANTED, "was refused each time and is in the %s's book");
      } else if (!someoneAsked(effect.amount())) {
        report(
            findings, Kind.WRONG_AMOUNT, "is in the %s's book with an amount it was not asked for");
      } else if (!beliefs.isEmpty() && systemDeniesIt()) {
        report(
            findings, Kind.MISBELIEVED, "is in the %s's book, and the system says it was not done");
      } else {
        judgeOpen(findings);
      }
    }

    private void judgeOpen(Findings findings) {
      if (beliefs.get(subject) == Belief.OPEN) {
        report(findings, Kind.UNRESOLVED, "is still open; the %s's book knows the answer");
      }
    }

    private boolean systemDeniesIt() {
      Belief belief = beliefs.get(subject);
      return belief == null || belief == Belief.NOT_DONE;
    }

    /// An attempt that was refused does not count: its amount is the one that must not be charged.
    private boolean someoneAsked(long amount) {
      boolean told = attempts.stream().anyMatch(Operation::isOk);
      return attempts.stream()
          .filter(each -> told ? each.isOk() : !each.isFail())
          .anyMatch(each -> each.asked() == amount);
    }

    private void report(Findings findings, Kind kind, String words) {
      String said =
          words.contains("%d") ? words.formatted(made.size(), book) : words.formatted(book);
      findings.add(
          kind,
          () ->
              new Finding(
                  kind,
                  subject,
                  Trail.ids(attempts, made),
                  subject + " " + said,
                  Trail.of(attempts, made)));
    }
  }
}
