package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;

/// Which release serves, and what the old table's column of names is called for it.
final class Releases {
  private final Kit kit;
  private final Layout layout;
  private final Rolling rolling;

  Releases(Kit kit, Layout layout, Rolling rolling) {
    this.kit = kit;
    this.layout = layout;
    this.rolling = rolling;
  }

  /// Replaces all instances by those of a release.
  String roll(Release release) throws InterruptedException {
    return "Replaced " + rolling.to(release) + " instances.";
  }

  /// Calls the column what a release expects, and rolls to that. The table first, the instances one
  /// by one: in between, some know it by the wrong name.
  String rename(Release release) throws InterruptedException {
    String name = release.nameColumn();
    String before = layout.nameColumn();
    if (!name.equals(before) && layout.oldExists()) {
      kit.store()
          .aside(connection -> {
            Schema.run(connection, "ALTER TABLE customers RENAME COLUMN " + before + " TO " + name);
            return name;
          });
      layout.renamed(name);
    }
    return "The column is called " + name + ". " + roll(release);
  }
}
