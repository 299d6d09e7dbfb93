package dev.hotseat.live.migration;

import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;

/// One instance's try at a write.
///
/// @param again whether it may have been done before, by an instance that died with it
record Attempt(
    Visit visit, Caller caller, Instance instance, Choices choices, Wish wish, boolean again) {
  Release release() {
    return instance.release();
  }

  /// One visit to the store.
  long store(Store.Sql<Long> work) throws InterruptedException {
    return instance.store(visit, work);
  }
}
