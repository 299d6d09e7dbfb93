package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.LeverValues;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.util.Map;

/// A running shortener, and ways to call it.
final class Rig extends LiveRig {
  static final String TARGET = "https://www.example.com/spring-sale";

  final Catalogue catalogue;

  /// @param levers names and values in turn
  Rig(String... levers) {
    this(World.real(SEED), levers);
  }

  Rig(World world, String... levers) {
    super(new ShortenerBlueprint(), world, pairs(levers));
    this.catalogue = new Catalogue(world);
  }

  static LeverValues levers(String... namesAndValues) {
    return LeverValues.initial(ShortenerLevers.levers()).with(pairs(namesAndValues));
  }

  Reply create(String url) {
    return create("{\"url\":\"" + url + "\"}", "eu");
  }

  Reply createAlias(String alias, String region) {
    return create(
        "{\"url\":\"" + TARGET + "?by=" + region + "\",\"alias\":\"" + alias + "\"}", region);
  }

  Reply create(String body, String region) {
    return system.handle(Call.post("/links", body, Map.of("x-region", region), now()));
  }

  Reply follow(String code) {
    return follow(code, "eu");
  }

  Reply follow(String code, String region) {
    return get("/" + code, Map.of("x-region", region));
  }

  Reply get(String path, Map<String, String> headers) {
    return system.handle(Call.get(path, headers, now()));
  }

  Reply delete(String code, String region) {
    return send("DELETE", "/links/" + code, Map.of("x-region", region));
  }

  static String code(Reply created) {
    return body(created).get("code").asString();
  }
}
