package dev.hotseat.live.shortener;

import dev.hotseat.live.Kit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What happens to the app nodes apart from calls: buffers are written, nodes die, people on call
/// act.
final class Operations {
  /*
   * A long interval is slept in pieces, so that shortening it does not have to wait for the last one
   * to end.
   */
  private static final long LOOK_AGAIN_NANOS = 200_000_000L;

  private final Kit kit;
  private final Map<String, Region> regions;
  private final List<LinkWriter> writers = new ArrayList<>();
  private final Clicks clicks;
  private final Truth truth;
  private final Catalogue catalogue;

  Operations(
      Kit kit, Map<String, Region> regions, Clicks clicks, Truth truth, Catalogue catalogue) {
    this.kit = kit;
    this.regions = regions;
    this.clicks = clicks;
    this.truth = truth;
    this.catalogue = catalogue;
    regions.values().forEach(region -> writers.add(new LinkWriter(kit, region, truth)));
  }

  /// Starts writing the buffers at the pace that the levers ask for.
  void start(Supplier<Choices> choices) {
    for (Region region : regions.values()) {
      LinkWriter writer = writers.get(region.number());
      kit.background(
          "write-behind-" + region.name(), () -> paced(choices, batch -> writer.flush(batch)));
      kit.background(
          "click-batch-" + region.name(),
          () -> paced(choices, batch -> clicks.flush(region, batch)));
    }
  }

  private void paced(Supplier<Choices> choices, Flush flush) throws InterruptedException {
    long flushedNanos = kit.world().ticks().nanos();
    while (true) {
      long left =
          flushedNanos + choices.get().batchInterval().toNanos() - kit.world().ticks().nanos();
      if (left > 0) {
        kit.world().pause().sleepNanos(Math.min(left, LOOK_AGAIN_NANOS));
      } else {
        flushedNanos = kit.world().ticks().nanos();
        flush.run(choices.get().batchSize());
      }
    }
  }

  /// The hot link's entry leaves every cache.
  void dropHot() {
    regions.values().forEach(region -> region.cache().drop(catalogue.hot()));
  }

  /// An app node dies; the one that takes its place knows nothing.
  void crash(Region region) {
    int links = writers.get(region.number()).crash();
    long gone = clicks.crash(region);
    region.cache().clear();
    region.block().forget();
    kit.log(
        "ERROR",
        "app." + region.name(),
        "Node died with " + links + " links and " + gone + " clicks in memory; another took over");
  }

  String act(String action, Map<String, String> arguments, Choices choices)
      throws InterruptedException {
    return switch (action) {
      case "flush-cache" -> flushCache(arguments.getOrDefault("region", Regions.ALL));
      case "warm-cache" ->
          warmCache(Integer.parseInt(arguments.getOrDefault("count", "")), choices);
      case "flush-writes" -> flushWrites(choices);
      case "audit" -> audit(choices);
      default -> throw new IllegalArgumentException("no such action: " + action);
    };
  }

  private String flushCache(String where) {
    Set<String> chosen = Set.copyOf(Regions.named(where).entries());
    long before = 0;
    for (Region region : regions.values()) {
      if (chosen.contains(region.name())) {
        before += region.cache().size();
        region.cache().clear();
      }
    }
    return "Dropped " + before + " cached links.";
  }

  private String warmCache(int count, Choices choices) throws InterruptedException {
    if (!choices.cached()) {
      return "There is no cache to warm.";
    }
    List<Link> links = catalogue.links().subList(0, count);
    int warmed =
        kit.store()
            .aside(connection -> {
              int found = 0;
              for (Link link : links) {
                if (LinkTable.find(connection, link.code()) instanceof Found.Present(Link current)
                    && !current.deleted()) {
                  regions.values().forEach(region -> region.cache().put(current));
                  found++;
                }
              }
              return found;
            });
    return "Loaded " + warmed + " links into each cache.";
  }

  private String flushWrites(Choices choices) throws InterruptedException {
    boolean all = true;
    for (Region region : regions.values()) {
      all &= writers.get(region.number()).flush(choices.batchSize());
      all &= clicks.flush(region, choices.batchSize());
    }
    return all ? "All buffers are written." : "Some buffers could not be written.";
  }

  /// Counts after the buffers are written, so that every acknowledged link ought to be a row.
  private String audit(Choices choices) throws InterruptedException {
    String written = flushWrites(choices);
    long acknowledged = truth.acknowledgedLinks();
    long rows = kit.store().aside(LinkTable::count) - catalogue.links().size();
    return written + " Acknowledged " + acknowledged + " links; " + rows + " are in the table.";
  }

  private interface Flush {
    boolean run(int batchSize) throws InterruptedException;
  }
}
