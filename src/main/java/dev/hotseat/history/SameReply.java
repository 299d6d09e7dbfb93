package dev.hotseat.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The same wish is answered with the same bytes, however often it is asked; and nobody is given
/// what was made for another wish.
public final class SameReply implements Question {
  private final String action;

  private SameReply(String action) {
    this.action = action;
  }

  public static SameReply of(String action) {
    return new SameReply(action);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    Map<String, Operation> firstByReference = new LinkedHashMap<>();
    recorded
        .bySubject(Set.of(action))
        .values()
        .forEach(attempts -> {
          List<Operation> told = attempts.stream().filter(Operation::isOk).toList();
          changed(told, findings);
          shared(told, firstByReference, findings);
        });
  }

  private static void changed(List<Operation> told, Findings findings) {
    if (told.stream().map(Operation::answer).distinct().count() > 1) {
      Operation first = told.getFirst();
      add(
          findings,
          Kind.REPLY_CHANGED,
          first.subject() + " was answered in more than one way",
          told);
    }
  }

  private static void shared(
      List<Operation> told, Map<String, Operation> firstByReference, Findings findings) {
    for (Operation each : told) {
      Operation first =
          reference(each).isEmpty() ? null : firstByReference.putIfAbsent(reference(each), each);
      if (first != null && !first.subject().equals(each.subject())) {
        add(
            findings,
            Kind.REPLY_SHARED,
            "%s of %s was given %s, which was made for %s of %s"
                .formatted(
                    each.subject(),
                    each.client(),
                    reference(each),
                    first.subject(),
                    first.client()),
            List.of(first, each));
        return;
      }
    }
  }

  private static void add(Findings findings, Kind kind, String words, List<Operation> operations) {
    findings.add(
        kind,
        () ->
            new Finding(
                kind,
                operations.getLast().subject(),
                Trail.ids(operations, List.of()),
                words,
                Trail.of(operations, List.of())));
  }

  private static String reference(Operation told) {
    return told.answer() instanceof Answer.Ok(_, var reference, _) ? reference : "";
  }
}
