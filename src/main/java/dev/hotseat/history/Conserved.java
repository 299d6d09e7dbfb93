package dev.hotseat.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A double-entry book: every transaction sums to zero in each unit, nothing written is changed,
/// and some accounts never go below zero.
public final class Conserved implements Question {
  private record Purse(String account, String unit) {}

  private final String book;
  private final List<Entry> entries;
  private final List<Entry> earlier;
  private final Set<String> neverBelowZero;

  private Conserved(
      String book, List<Entry> entries, List<Entry> earlier, Set<String> neverBelowZero) {
    this.book = book;
    this.entries = List.copyOf(entries);
    this.earlier = List.copyOf(earlier);
    this.neverBelowZero = Set.copyOf(neverBelowZero);
  }

  public static Conserved of(String book, List<Entry> entries) {
    return new Conserved(book, entries, List.of(), Set.of());
  }

  /// Also wants every entry of an earlier reading to be there still, unchanged.
  public Conserved unchangedSince(List<Entry> reading) {
    return new Conserved(book, entries, reading, neverBelowZero);
  }

  /// Also wants the running balance of these accounts never to be negative.
  public Conserved neverBelowZero(Set<String> accounts) {
    return new Conserved(book, entries, earlier, accounts);
  }

  @Override
  public void ask(Recorded recorded, Findings findings) {
    groups(findings);
    rewritten(findings);
    balances(findings);
  }

  private void groups(Findings findings) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    entries.forEach(
        each -> groups.computeIfAbsent(each.group(), _ -> new ArrayList<>(2)).add(each));
    groups.forEach((group, legs) ->
        sums(legs)
            .forEach((unit, sum) -> {
              if (sum != 0) {
                add(
                    findings,
                    Kind.UNBALANCED,
                    group,
                    "%s in the %s sums to %+d %s".formatted(group, book, sum, unit),
                    legs);
              }
            }));
  }

  private static Map<String, Long> sums(List<Entry> legs) {
    Map<String, Long> sums = new HashMap<>();
    legs.forEach(each -> sums.merge(each.unit(), each.amount(), Math::addExact));
    return sums;
  }

  private void rewritten(Findings findings) {
    if (earlier.isEmpty()) {
      return;
    }
    Map<String, Entry> now = new HashMap<>();
    entries.forEach(each -> now.put(each.id(), each));
    for (Entry was : earlier) {
      Entry is = now.get(was.id());
      if (!was.equals(is)) {
        add(
            findings,
            Kind.REWRITTEN,
            was.group(),
            is == null
                ? "%s is gone from the %s".formatted(was.id(), book)
                : "%s in the %s is not what was written".formatted(was.id(), book),
            is == null ? List.of(was) : List.of(was, is));
      }
    }
  }

  private void balances(Findings findings) {
    Map<Purse, Long> balances = new HashMap<>();
    entries.stream()
        .filter(each -> neverBelowZero.contains(each.account()))
        .sorted(Comparator.comparingLong(Entry::order))
        .forEach(each -> {
          long balance =
              balances.merge(new Purse(each.account(), each.unit()), each.amount(), Math::addExact);
          if (balance < 0) {
            add(
                findings,
                Kind.NOT_CONSERVED,
                each.group(),
                "%s fell to %+d %s".formatted(each.account(), balance, each.unit()),
                List.of(each));
          }
        });
  }

  private static void add(
      Findings findings, Kind kind, String group, String words, List<Entry> legs) {
    findings.add(
        kind,
        () ->
            new Finding(
                kind,
                group,
                legs.stream().map(Entry::id).distinct().toList(),
                words,
                legs.stream().map(Entry::words).toList()));
  }
}
