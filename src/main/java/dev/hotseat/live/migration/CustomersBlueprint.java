package dev.hotseat.live.migration;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.PostgresServer;
import dev.hotseat.live.Service;
import jakarta.inject.Singleton;

/// Builds customers services. Their customers are made when the first levers are known.
@Singleton
public final class CustomersBlueprint implements Blueprint {
  private final Design design;

  /// @param postgres where customers may be kept too
  public CustomersBlueprint(PostgresServer postgres) {
    this.design = CustomersDesign.design(postgres.configured());
  }

  @Override
  public Design design() {
    return design;
  }

  @Override
  public Service build(Kit kit) {
    return new Customers(kit);
  }
}
