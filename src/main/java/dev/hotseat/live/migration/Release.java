package dev.hotseat.live.migration;

/// A version of the app. An instance runs one; several may run side by side.
enum Release {
  /// Knows the old table only.
  V1("v1", "name"),
  /// Knows both tables, and does with the new one what the levers say.
  V2("v2", "name"),
  /// Knows the old table only, under the name that its column is to have.
  V1_RENAMED("v1-renamed", "full_name");

  private final String text;
  private final String nameColumn;

  Release(String text, String nameColumn) {
    this.text = text;
    this.nameColumn = nameColumn;
  }

  /// As an operator calls it.
  String text() {
    return text;
  }

  /// What its statements call the old table's column of names.
  String nameColumn() {
    return nameColumn;
  }

  boolean knowsNew() {
    return this == V2;
  }
}
