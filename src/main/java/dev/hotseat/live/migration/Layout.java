package dev.hotseat.live.migration;

import org.jspecify.annotations.Nullable;

/// Which tables there are at the moment, what they look like, and which customers the copy says it
/// has brought over.
final class Layout {
  private volatile boolean oldThere = true;
  private volatile boolean newThere;
  private volatile boolean altered;
  private volatile String nameColumn = "name";
  private volatile @Nullable Itinerary copied;
  private volatile boolean copying;

  boolean oldExists() {
    return oldThere;
  }

  boolean newExists() {
    return newThere;
  }

  /// Whether the old table was given the new columns in place, so that nothing is left of the old
  /// ones.
  boolean altered() {
    return altered;
  }

  /// What the old table's column of names is called.
  String nameColumn() {
    return nameColumn;
  }

  /// Whether the copy says that this customer is in the new table.
  boolean claims(long id) {
    Itinerary now = copied;
    return now != null && now.claims(id);
  }

  /// The first id of the stretch being copied at the moment, 0 while nothing is.
  long frontier() {
    Itinerary now = copied;
    return copying && now != null && !now.done() ? now.next().afterId() + 1 : 0;
  }

  CopySource source() {
    return new CopySource(nameColumn);
  }

  CopyTarget target() {
    return new CopyTarget(altered ? Schema.OLD : Schema.NEW);
  }

  void renamed(String column) {
    nameColumn = column;
  }

  void oldGone() {
    oldThere = false;
  }

  void newMade(boolean there) {
    newThere = there;
    if (!there) {
      copied = null;
    }
  }

  /// The old table has become the new one.
  void becameNew() {
    altered = true;
    oldThere = false;
  }

  void copied(Itinerary soFar, boolean goesOn) {
    copied = soFar;
    copying = goesOn;
  }
}
