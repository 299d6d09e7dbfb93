package dev.hotseat.live.shortener;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import jakarta.inject.Singleton;

/// Builds URL shorteners.
@Singleton
final class ShortenerBlueprint implements Blueprint {
  private static final Design DESIGN = ShortenerDesign.design();

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    Catalogue catalogue = new Catalogue(kit.world());
    try {
      kit.store()
          .aside(connection -> {
            LinkTable.create(connection);
            ClickTable.create(connection);
            catalogue.store(connection, kit.world());
            return catalogue.links().size();
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tables were filled", e);
    }
    Shortener shortener = new Shortener(kit, catalogue);
    shortener.start();
    return shortener;
  }
}
