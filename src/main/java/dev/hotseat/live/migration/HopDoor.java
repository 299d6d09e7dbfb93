package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import dev.hotseat.live.Store;

/// The way to the store across a hop of the design: it takes a slot of the pool, takes the hop's
/// time, and suffers its faults.
final class HopDoor implements Door {
  private final Kit kit;
  private final String hop;
  private final String purpose;

  HopDoor(Kit kit, String hop, String purpose) {
    this.kit = kit;
    this.hop = hop;
    this.purpose = purpose;
  }

  /// The doors of those who move customers, in a system that has their hops.
  static Doors doors(Kit kit) {
    return new Doors(
        new HopDoor(kit, "backfill>store", "backfill"),
        new HopDoor(kit, "verifier>store", "verify"),
        new AsideDoor(kit));
  }

  @Override
  public <T> T on(Store.Sql<T> work) throws InterruptedException {
    return kit.store().query(kit.hop(hop), kit.errand(purpose), work);
  }

  /// The operator's own session, which stands in nobody's way and meets no fault.
  private record AsideDoor(Kit kit) implements Door {
    @Override
    public <T> T on(Store.Sql<T> work) throws InterruptedException {
      return kit.store().aside(work);
    }
  }
}
