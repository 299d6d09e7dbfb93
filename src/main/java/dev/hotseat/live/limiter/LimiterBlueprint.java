package dev.hotseat.live.limiter;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Service;
import jakarta.inject.Singleton;

/// Builds rate limiters.
@Singleton
final class LimiterBlueprint implements Blueprint {
  private static final Design DESIGN = LimiterDesign.design();

  @Override
  public Design design() {
    return DESIGN;
  }

  @Override
  public Service build(Kit kit) {
    RateLimiter limiter = new RateLimiter(kit);
    limiter.start();
    return limiter;
  }
}
