package dev.hotseat.live.migration;

import java.util.List;

/// What the rules make of an old row. Nothing is ever dropped in silence: what could not be
/// converted says why.
sealed interface Conversion {
  /// The new row; for a refused one, the row that a person would decide on.
  NewRow row();

  /// The rules were enough.
  ///
  /// @param notes what they had to decide on the way
  record Converted(NewRow row, List<Note> notes) implements Conversion {
    public Converted {
      notes = List.copyOf(notes);
    }
  }

  /// No rule covers this row. It is not copied but listed; `row` is what repairing it writes.
  ///
  /// @param reason in kebab case
  record Refused(String reason, String was, NewRow row) implements Conversion {}
}
