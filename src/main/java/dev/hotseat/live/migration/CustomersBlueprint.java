package dev.hotseat.live.migration;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import jakarta.inject.Singleton;

/// Builds customers services. Their customers are made when the first levers are known.
@Singleton
public final class CustomersBlueprint implements Blueprint {
  private static final Design DESIGN = CustomersDesign.design();

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    return new Customers(kit);
  }
}
