package dev.hotseat.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What was acknowledged stays acknowledged: from the first "ok" on, every "ok" names the same
/// thing, and nobody who asks afterwards is told that it is not done.
///
/// That is linearizability of a thing that is made once and shown from then on, and it needs no
/// search: the operations on one subject have an order that explains them exactly when all that
/// were acknowledged name one thing, and no denial was asked for after the first of them was over.
/// Each denial then takes effect when it is asked, and everything else when it ends.
public final class Irrevocable implements Question {
  private final String action;
  private final Predicate<String> denial;

  private Irrevocable(String action, Predicate<String> denial) {
    this.action = action;
    this.denial = denial;
  }

  /// @param denial whether a refusal with these words says that the wish is not done, or not yet;
  ///   other refusals only say that this attempt did nothing
  public static Irrevocable of(String action, Predicate<String> denial) {
    return new Irrevocable(action, denial);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    recorded
        .bySubject(Set.of(action))
        .forEach((subject, attempts) ->
            attempts.stream()
                .filter(Operation::isOk)
                .min(Comparator.comparingLong(Operation::completed))
                .flatMap(first -> contradiction(first, attempts))
                .ifPresent(each -> add(findings, subject, each, attempts)));
  }

  private Optional<Operation> contradiction(Operation first, List<Operation> attempts) {
    return attempts.stream()
        .filter(each -> namesAnother(first, each) || first.before(each) && denies(each))
        .findFirst();
  }

  private static boolean namesAnother(Operation first, Operation each) {
    return first.answer() instanceof Answer.Ok(_, var made, _)
        && each.answer() instanceof Answer.Ok(_, var named, _)
        && !named.equals(made);
  }

  private boolean denies(Operation each) {
    return each.answer() instanceof Answer.Fail(var why) && denial.test(why);
  }

  private static void add(
      Findings findings, String subject, Operation at, List<Operation> attempts) {
    findings.add(
        Kind.NOT_LINEARIZABLE,
        () ->
            new Finding(
                Kind.NOT_LINEARIZABLE,
                subject,
                Trail.ids(attempts, List.of()),
                "%s had been acknowledged, which no order of events reconciles with %s"
                    .formatted(subject, at.id()),
                Trail.of(attempts, List.of())));
  }
}
