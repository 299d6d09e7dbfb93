package dev.hotseat.live.limiter;

import dev.hotseat.exchange.Reply;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.util.Map;

/// A running rate limiter, and ways to call it.
final class Rig extends LiveRig {
  static final String KEY = "free_00017";
  static final String PAID = "paid_003";

  /// @param levers names and values in turn
  Rig(World world, String... levers) {
    super(new LimiterBlueprint(), world, pairs(levers));
  }

  /// A system whose time passes by itself.
  static Rig real(String... levers) {
    return new Rig(World.real(SEED), levers);
  }

  Reply call(String key) {
    return call(key, "/gate/items", "eu");
  }

  Reply call(String key, String path, String region) {
    return send("GET", path, Map.of("x-api-key", key, "x-region", region));
  }

  Reply limits(String key) {
    return send("GET", "/limits/" + key, Map.of());
  }

  /// Sends so many calls one after another and says how many were let through.
  int admitted(int calls, String key) {
    int admitted = 0;
    for (int i = 0; i < calls; i++) {
      admitted += call(key).status() == 200 ? 1 : 0;
    }
    return admitted;
  }
}
