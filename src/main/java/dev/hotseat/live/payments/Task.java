package dev.hotseat.live.payments;

import dev.hotseat.live.Visit;

/// One request to pay or refund, under way in one process.
///
/// @param keyHash hash of the key it carries; empty where keys do not matter
/// @param keys key table of the region that serves it
record Task(Visit visit, Api api, Choices choices, Intent intent, String keyHash, KeyTable keys) {
  String scope() {
    return choices.perTenant() ? intent.tenant() : KeyTable.GLOBAL;
  }

  Actor actor() {
    return api.serving(visit, keyHash);
  }

  Task about(Intent other) {
    return new Task(visit, api, choices, other, keyHash, keys);
  }
}
