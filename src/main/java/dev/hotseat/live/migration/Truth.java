package dev.hotseat.live.migration;

import dev.hotseat.world.Chance;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/// What may be asked of the tables, from levers, releases, tables there are and how far copying has
/// come.
final class Truth implements Terms {
  private final Layout layout;
  private final Supplier<Choices> choices;
  private final Edge edge;
  private final Witness witness;
  private final Causes causes;
  private final LongFunction<Optional<OldRow>> seed;
  private final Supplier<String> copiedBy;
  private volatile int newSinceMillis = Integer.MAX_VALUE;

  /// @param seed a customer as the beginning had it
  /// @param copiedBy name of the step that copied rows last
  Truth(
      Layout layout,
      Supplier<Choices> choices,
      Edge edge,
      Witness witness,
      Causes causes,
      LongFunction<Optional<OldRow>> seed,
      Supplier<String> copiedBy) {
    this.layout = layout;
    this.choices = choices;
    this.edge = edge;
    this.witness = witness;
    this.causes = causes;
    this.seed = seed;
    this.copiedBy = copiedBy;
  }

  /// Looks whether the new table has come or gone: a write that went to one that was dropped since
  /// says nothing about the next.
  void notice() {
    if (!layout.newExists()) {
      newSinceMillis = Integer.MAX_VALUE;
    } else if (newSinceMillis == Integer.MAX_VALUE) {
      newSinceMillis = witness.millis();
    }
  }

  @Override
  public boolean oldServes() {
    Choices now = choices.get();
    return layout.oldExists()
        && !layout.altered()
        && (now.writeOld()
            || now.readsFromNew() < 100
            || edge.runs(Release.V1)
            || edge.runs(Release.V1_RENAMED));
  }

  @Override
  public boolean altered() {
    return layout.altered();
  }

  @Override
  public boolean oughtInNew(long id, Optional<Known> known) {
    if (layout.altered()) {
      return true;
    }
    if (!layout.newExists()) {
      return false;
    }
    return layout.claims(id)
        || !oldServes()
        || known.filter(last -> last.reachesNew() && last.atMillis() >= newSinceMillis).isPresent()
        || edge.runs(Release.V2) && choices.get().readsNew(Chance.mixed(id));
  }

  @Override
  public Optional<OldRow> seeded(long id) {
    return seed.apply(id);
  }

  @Override
  public boolean perhapsRemoved(long id) {
    return witness.perhapsRemoved(id);
  }

  @Override
  public String cause(int number) {
    return causes.name(number);
  }

  @Override
  public Optional<String> dropped() {
    return layout.oldExists() || layout.altered() ? Optional.empty() : Optional.of("drop-old");
  }

  @Override
  public String copiedBy() {
    return copiedBy.get();
  }
}
