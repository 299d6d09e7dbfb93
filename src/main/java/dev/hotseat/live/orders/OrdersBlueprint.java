package dev.hotseat.live.orders;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Builds orders services.
@Singleton
public final class OrdersBlueprint implements Blueprint {
  private static final Design DESIGN = OrdersDesign.design();

  private final Pace pace;

  /// With the pace of the fact sheet.
  @Inject
  public OrdersBlueprint() {
    this(Pace.USUAL);
  }

  /// With another one, for tests.
  OrdersBlueprint(Pace pace) {
    this.pace = pace;
  }

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    try {
      Warehouse.create(kit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tables were made", e);
    }
    Orders orders = new Orders(kit, pace);
    orders.start();
    return orders;
  }
}
