package dev.hotseat.live.migration;

import dev.hotseat.exchange.Refusal;

/// What has to be true of the tables before something can be done to them. Nothing else is asked:
/// whether it is wise is for the candidate to judge.
record Preconditions(Layout layout, Backfill backfill) {
  void old() {
    require(layout.oldExists(), "the old table", "none");
  }

  void onlyOld() {
    old();
    require(!layout.newExists(), "one table", "two");
  }

  void target() {
    require(layout.newExists(), "a new table (create-new-table makes one)", "none");
  }

  void both() {
    old();
    target();
  }

  void copying() {
    require(backfill.underWay(), "copying under way", backfill.progress().state().text());
  }

  void noCopying() {
    require(
        !backfill.underWay(),
        "no copying under way (it ends by itself, or is cancelled)",
        "copying");
  }

  void verified(boolean lately) {
    require(lately, "a verification first", "none");
  }

  private static void require(boolean met, String expected, String got) {
    if (!met) {
      throw new Refusal("action", expected, got);
    }
  }
}
