package dev.hotseat.history;

import java.util.Comparator;
import java.util.List;

/// What is applied to a subject is applied forwards: along the book, the version of a subject never
/// falls. Versions are the amounts of the effects.
public final class InOrder implements Question {
  private final String book;
  private final List<Effect> effects;

  private InOrder(String book, List<Effect> effects) {
    this.book = book;
    this.effects = List.copyOf(effects);
  }

  public static InOrder of(String book, List<Effect> effects) {
    return new InOrder(book, effects);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    Effect.by(Effect::subject, effects)
        .forEach((subject, applied) -> {
          List<Effect> along =
              applied.stream().sorted(Comparator.comparingLong(Effect::order)).toList();
          for (int i = 1; i < along.size(); i++) {
            Effect before = along.get(i - 1);
            Effect after = along.get(i);
            if (after.amount() < before.amount()) {
              findings.add(Kind.OUT_OF_ORDER, () -> finding(subject, before, after));
            }
          }
        });
  }

  private Finding finding(String subject, Effect before, Effect after) {
    List<Effect> both = List.of(before, after);
    return new Finding(
        Kind.OUT_OF_ORDER,
        subject,
        Trail.ids(List.of(), both),
        "%s went from version %d back to %d in the %s"
            .formatted(subject, before.amount(), after.amount(), book),
        Trail.of(List.of(), both));
  }
}
