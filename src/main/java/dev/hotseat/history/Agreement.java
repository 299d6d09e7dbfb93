package dev.hotseat.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Two books say the same: what is in one is in the other, once, with the same amount. Entries are
/// joined by [Effect#reference].
public final class Agreement implements Question {
  private final String firstBook;
  private final List<Effect> first;
  private final String secondBook;
  private final List<Effect> second;

  private Agreement(String firstBook, List<Effect> first, String secondBook, List<Effect> second) {
    this.firstBook = firstBook;
    this.first = List.copyOf(first);
    this.secondBook = secondBook;
    this.second = List.copyOf(second);
  }

  /// @param first where things happen, such as the provider's book; what is in it alone is an
  ///   orphan
  /// @param second where they are written down; what is in it alone is a phantom
  public static Agreement of(
      String firstBook, List<Effect> first, String secondBook, List<Effect> second) {
    return new Agreement(firstBook, first, secondBook, second);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    Map<String, List<Effect>> inFirst = Effect.by(Effect::reference, first);
    Map<String, List<Effect>> inSecond = Effect.by(Effect::reference, second);
    Set<String> references = new LinkedHashSet<>(inFirst.keySet());
    references.addAll(inSecond.keySet());
    for (String each : references) {
      compare(
          each,
          inFirst.getOrDefault(each, List.of()),
          inSecond.getOrDefault(each, List.of()),
          findings);
    }
  }

  private void compare(String reference, List<Effect> here, List<Effect> there, Findings findings) {
    if (there.isEmpty()) {
      add(findings, Kind.ORPHAN, "is with the %s and not with the %s", reference, here, there);
    } else if (here.isEmpty()) {
      add(findings, Kind.PHANTOM, "is not with the %s, only with the %s", reference, here, there);
    } else if (here.size() > 1 || there.size() > 1) {
      add(
          findings,
          Kind.DOUBLED,
          "stands " + here.size() + " times with the %s and " + there.size() + " times with the %s",
          reference,
          here,
          there);
    } else if (!sameAmount(here.getFirst(), there.getFirst())) {
      add(findings, Kind.WRONG_AMOUNT, "differs between the %s and the %s", reference, here, there);
    }
  }

  private static boolean sameAmount(Effect here, Effect there) {
    return here.amount() == there.amount() && here.unit().equals(there.unit());
  }

  private void add(
      Findings findings,
      Kind kind,
      String words,
      String reference,
      List<Effect> here,
      List<Effect> there) {
    findings.add(
        kind,
        () -> {
          List<Effect> both = Stream.concat(here.stream(), there.stream()).toList();
          return new Finding(
              kind,
              both.getFirst().subject(),
              Trail.ids(List.of(), both),
              reference + " " + words.formatted(firstBook, secondBook),
              Trail.of(List.of(), both));
        });
  }
}
