package dev.hotseat.live.migration;

/// Some customers in a row: those with an id greater than `afterId` and up to `toId`.
record Stretch(long afterId, long toId) {
  boolean contains(long id) {
    return id > afterId && id <= toId;
  }

  long ids() {
    return toId - afterId;
  }
}
