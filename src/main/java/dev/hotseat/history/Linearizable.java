package dev.hotseat.history;

import java.util.List;

/// The operations on each subject can be put into one order that respects real time and explains
/// every answer.
///
/// Subjects are judged one by one, which decides the whole: a history is linearizable exactly when
/// its part for each object is (Herlihy and Wing, *Linearizability: a correctness condition for
/// concurrent objects*, 1990).
public final class Linearizable implements Question {
  private static final long STEPS_MAX = 300_000;
  private final Model model;

  private Linearizable(Model model) {
    this.model = model;
  }

  public static Linearizable of(Model model) {
    return new Linearizable(model);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    recorded
        .bySubject(model.actions())
        .forEach((subject, operations) -> {
          List<Operation> relevant = operations.stream().filter(model::matters).toList();
          switch (new Search(model, relevant, STEPS_MAX).run()) {
            case Search.Outcome.Explained() -> {}
            case Search.Outcome.GaveUp() ->
                add(
                    findings,
                    Kind.UNDECIDED,
                    "%s has %d operations, too many of them at once to try every order"
                        .formatted(subject, relevant.size()),
                    subject,
                    relevant);
            case Search.Outcome.Unexplained(Operation at) ->
                add(
                    findings,
                    Kind.NOT_LINEARIZABLE,
                    "no order of what happened to %s explains %s".formatted(subject, at.id()),
                    subject,
                    relevant);
          }
        });
  }

  private static void add(
      Findings findings, Kind kind, String words, String subject, List<Operation> about) {
    findings.add(
        kind,
        () ->
            new Finding(
                kind, subject, Trail.ids(about, List.of()), words, Trail.of(about, List.of())));
  }
}
