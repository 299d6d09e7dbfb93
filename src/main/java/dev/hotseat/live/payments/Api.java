package dev.hotseat.live.payments;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Node;
import dev.hotseat.live.Store;
import dev.hotseat.live.Visit;

/// One API process and its ways to the others. It keeps nothing in memory between two requests, so
/// that its death loses nothing but what it was doing.
final class Api {
  private final String name;
  private final Node node;
  private final Hop entrance;
  private final Hop toStore;
  private final Store store;
  private final ProviderLine line;

  Api(Kit kit, int number, ProviderLine line) {
    this.name = Topology.api(number);
    this.node = kit.node(name);
    this.entrance = kit.hop("edge>" + name);
    this.toStore = kit.hop(name + ">store");
    this.store = kit.store();
    this.line = line;
  }

  String name() {
    return name;
  }

  Node node() {
    return node;
  }

  Hop entrance() {
    return entrance;
  }

  ProviderLine line() {
    return line;
  }

  /// One visit to the store, holding one connection.
  <T> T store(Visit visit, Store.Sql<T> work) throws InterruptedException {
    return store.query(toStore, visit, work);
  }

  /// Who this is in the trail, while it serves a request.
  Actor serving(Visit visit, String keyHash) {
    return new Actor(name, keyHash, visit.traceId());
  }
}
