package dev.hotseat.live.migration;

import dev.hotseat.live.migration.Flaw.Kind;
import java.util.Optional;

/// Holds both tables against what clients were told of one customer.
///
/// What is newer in the tables than anybody was told is no flaw: somebody's answer is still on its
/// way, or was lost.
final class Judge {
  private final Pair pair;
  private final Optional<Known> known;
  private final Terms terms;
  private final Optional<OldRow> seeded;
  private final long told;

  private Judge(Pair pair, Optional<Known> known, Terms terms) {
    this.pair = pair;
    this.known = known;
    this.terms = terms;
    this.seeded = known.isPresent() ? Optional.empty() : terms.seeded(pair.id());
    this.told = known.map(Known::version).orElse(seeded.isPresent() ? 1L : 0L);
  }

  /// @param known what clients were told before the tables were read
  static Optional<Flaw> judge(Pair pair, Optional<Known> known, Terms terms) {
    Judge judge = new Judge(pair, known, terms);
    return known.filter(Known::gone).isPresent() ? judge.gone() : judge.there();
  }

  private Optional<Flaw> gone() {
    boolean erased = known.filter(last -> last.kind() == Told.Kind.ERASED).isPresent();
    if (pair.present() == 0) {
      return erased && pair.mentioned()
          ? flaw(Kind.ERASED_BUT_THERE, toldBy(), "Erased, and still in the notes of the copying")
          : Optional.empty();
    }
    String where = pair.oldVersion() > 0 ? "the old table" : "the new table";
    if (erased) {
      return flaw(Kind.ERASED_BUT_THERE, toldBy(), "Erased, and still in " + where);
    }
    return terms.altered() || pair.oldVersion() > 0 && terms.oldServes()
        ? lost("Its deletion was acknowledged, and it is in the table")
        : flaw(Kind.STALE, toldBy(), "Deleted, and still in " + where);
  }

  private Optional<Flaw> there() {
    boolean perhapsRemoved = pair.oldVersion() == 0 && terms.perhapsRemoved(pair.id());
    if (pair.present() == 0 && (told == 0 || perhapsRemoved)) {
      return Optional.empty();
    }
    if (pair.present() < told) {
      return lost(
          "Version "
              + told
              + " was acknowledged, and version "
              + pair.present()
              + " is the newest anywhere");
    }
    if (replaced()) {
      return lost("Version " + told + " says something else than was acknowledged");
    }
    if (terms.oldServes() && pair.oldVersion() < told) {
      return flaw(
          Kind.STALE,
          causeOfLast(),
          perhapsRemoved
              ? "No longer in the old table, and still in the new one"
              : "The old table has version "
                  + pair.oldVersion()
                  + ", "
                  + told
                  + " was acknowledged");
    }
    return terms.oughtInNew(pair.id(), known) ? inNew() : Optional.empty();
  }

  private Optional<Flaw> lost(String what) {
    long writes = known.map(last -> last.writesAfter(pair.present())).orElse(1L);
    return Optional.of(
        new Flaw(
            pair.id(),
            Kind.LOST,
            Math.max(1, writes),
            terms.dropped().orElseGet(this::causeOfLast),
            what));
  }

  /// Whether the version clients know holds something that nobody was told.
  private boolean replaced() {
    return known
        .filter(last -> last.version() == pair.present())
        .filter(last -> pair.old() != null && pair.oldVersion() == last.version())
        .filter(last -> pair.old() != null && Mark.of(pair.old()) != last.oldMark())
        .isPresent();
  }

  private Optional<Flaw> inNew() {
    long newest = Math.max(told, pair.oldVersion());
    NewRow fresh = pair.fresh();
    if (fresh == null) {
      return flaw(Kind.MISSING, toldBy(), "Not in the new table");
    }
    if (fresh.version() < newest) {
      return flaw(
          Kind.STALE,
          toldBy(),
          "The new table has version " + fresh.version() + ", the newest is " + newest);
    }
    return Mark.of(fresh) == expected(fresh)
        ? Optional.empty()
        : flaw(Kind.WRONG, toldBy(), "The new table says something else than the rules make of it");
  }

  /// Mark of what the new table ought to say; that of what it says where nobody can know.
  private int expected(NewRow fresh) {
    OldRow old = pair.old();
    if (old != null && old.version() == fresh.version()) {
      return Mark.of(Rules.convert(old).row());
    }
    if (known.filter(last -> last.version() == fresh.version()).isPresent()) {
      return known.map(Known::newMark).orElse(0);
    }
    return fresh.version() == 1 && seeded.isPresent()
        ? seeded.map(row -> Mark.of(Rules.convert(row).row())).orElse(0)
        : Mark.of(fresh);
  }

  /// A write that was to reach the new table did: what is there now came later, by copying.
  private String toldBy() {
    boolean reached = known.filter(last -> !last.reachesNew()).isEmpty();
    return reached ? terms.copiedBy() : causeOfLast();
  }

  private String causeOfLast() {
    return known.map(last -> terms.cause(last.cause())).orElseGet(terms::copiedBy);
  }

  private Optional<Flaw> flaw(Kind kind, String cause, String what) {
    return Optional.of(new Flaw(pair.id(), kind, 1, cause, what));
  }
}
