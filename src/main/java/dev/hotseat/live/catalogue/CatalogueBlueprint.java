package dev.hotseat.live.catalogue;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import jakarta.inject.Singleton;

/// Builds shops with a table of orders.
@Singleton
final class CatalogueBlueprint implements Blueprint {
  private static final Design DESIGN = CatalogueDesign.design();

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    return new Shop(kit);
  }
}
