package dev.hotseat.live.migration;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A customer of whom the two tables say different things.
///
/// @param expected what the rules make of the old row; empty text where there is none
/// @param found what the new table says
record Mismatch(long id, Kind kind, String expected, String found) {
  /// How they differ.
  enum Kind {
    /// In the old table only.
    MISSING,
    /// An older version in the new table.
    STALE,
    /// The same version, converted otherwise.
    WRONG,
    /// A newer version in the new table: a write that did not reach the old one.
    AHEAD,
    /// In the new table only.
    EXTRA;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Optional<Mismatch> between(@Nullable OldRow old, @Nullable NewRow found) {
    if (old == null) {
      return found == null
          ? Optional.empty()
          : Optional.of(new Mismatch(found.id(), Kind.EXTRA, "", found.toString()));
    }
    NewRow expected = Rules.convert(old).row();
    if (expected.equals(found)) {
      return Optional.empty();
    }
    return Optional.of(
        new Mismatch(
            old.id(),
            kind(expected, found),
            expected.toString(),
            found == null ? "" : found.toString()));
  }

  private static Kind kind(NewRow expected, @Nullable NewRow found) {
    if (found == null) {
      return Kind.MISSING;
    }
    return switch (Long.compare(found.version(), expected.version())) {
      case -1 -> Kind.STALE;
      case 0 -> Kind.WRONG;
      default -> Kind.AHEAD;
    };
  }
}
