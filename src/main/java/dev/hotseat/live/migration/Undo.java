package dev.hotseat.live.migration;

/// What can be undone of a step, how long that takes, and until when it can.
record Undo(String how, String takes, String until) {
  private static final String AT_ONCE = "at once";
  private static final String WHILE_BOTH = "the old table is no longer written";
  private static final Undo IRREVERSIBLE = new Undo("cannot be undone", "", "");
  private static final Undo NOTHING = new Undo("changes nothing to undo", "", "");

  /// @param step as the book of steps names it, such as `reads-from-new 10`
  static Undo of(String step) {
    String name = step.split(" ", 2)[0];
    return switch (name) {
      case "create-new-table" ->
          new Undo("drop the new table", AT_ONCE, "somebody reads from the new table");
      case "create-index-on-hot-table", "create-index-concurrently" ->
          new Undo("drop the index", AT_ONCE, "any time");
      case "create-shadow-index" ->
          new Undo("cancel it and drop the shadow, or drop the index", AT_ONCE, "any time");
      case "start-backfill", "resume-backfill" ->
          new Undo(
              "stop copying; what is copied stays, and nobody reads it",
              "one chunk",
              "somebody reads from the new table");
      case "one-big-update" ->
          new Undo(
              "cancel it, and nothing of it is kept; once it is through, what is copied stays",
              "as long as taking it back takes",
              "somebody reads from the new table");
      case "dual-write", "version-check" ->
          new Undo(
              "put the lever back; writes made meanwhile are missing in the new table",
              AT_ONCE,
              "somebody reads from the new table");
      case "reads-from-new", "shadow-reads" -> new Undo("put the lever back", AT_ONCE, WHILE_BOTH);
      case "write-old" ->
          new Undo(
              "put the lever back; writes made meanwhile are missing in the old table",
              "as long as copying those back takes",
              "the old table is dropped");
      case "roll-instances" ->
          new Undo("roll back, instance by instance", "as long as it took", WHILE_BOTH);
      case "rename-column" ->
          new Undo("rename it back and roll back", "as long as it took", "any time");
      case "alter-in-place", "drop-old" -> IRREVERSIBLE;
      default -> NOTHING;
    };
  }

  /// Whether there is anything to go back to or to be refused.
  boolean matters() {
    return this != NOTHING;
  }

  boolean possible() {
    return this != IRREVERSIBLE && this != NOTHING;
  }
}
