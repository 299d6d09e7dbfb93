package dev.hotseat.live.shortener;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.Work;
import dev.hotseat.world.World;
import org.jspecify.annotations.Nullable;

/// One region's edge, app node, cache, and way to eu; and what its app node holds in memory.
final class Region {
  private final String name;
  private final int number;
  private final Hop toEdge;
  private final Hop toApp;
  private final @Nullable Hop toEu;
  private final LinkCache cache;
  private final WriteBuffer writes = new WriteBuffer();
  private final ClickBuffer clicks = new ClickBuffer();
  private final KeyBlock block = new KeyBlock();
  private final Snowflake snowflake;
  private final @Nullable Replica replica;

  Region(Kit kit, String name) {
    World world = kit.world();
    boolean primary = name.equals(ShortenerDesign.EU);
    this.name = name;
    this.number = ShortenerDesign.REGIONS.indexOf(name);
    this.toEdge = kit.hop("client." + name + ">edge." + name);
    this.toApp = kit.hop("edge." + name + ">app." + name);
    this.toEu = primary ? null : kit.hop("app." + name + ">app.eu");
    this.cache = new LinkCache(kit.hop("app." + name + ">cache." + name), world);
    this.snowflake = new Snowflake(number, world.wall(), world.pause());
    this.replica = primary ? null : new Replica(kit, name);
  }

  /// Brings a client's call to the app node.
  <T> T enter(Visit visit, Work<T, RuntimeException> work) throws InterruptedException {
    return toEdge.cross(visit, () -> toApp.cross(visit, work));
  }

  /// Runs one statement or request against what there is only one of.
  <T, E extends Exception> T inEu(Visit visit, Work<T, E> work) throws E, InterruptedException {
    return toEu == null ? work.run() : toEu.cross(visit, work);
  }

  String name() {
    return name;
  }

  /// 0, 1, 2; tells nodes apart where a number is needed.
  int number() {
    return number;
  }

  LinkCache cache() {
    return cache;
  }

  WriteBuffer writes() {
    return writes;
  }

  ClickBuffer clicks() {
    return clicks;
  }

  KeyBlock block() {
    return block;
  }

  Snowflake snowflake() {
    return snowflake;
  }

  /// The copy nearby; none in eu, where the primary is.
  @Nullable Replica replica() {
    return replica;
  }
}
