package dev.hotseat.live.migration;

import dev.hotseat.live.Kit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Replaces the release of all instances, one after another: each leaves service, finishes what it
/// has begun, starts again and takes work before the next one leaves.
final class Rolling {
  private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long DRAIN_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);

  private final Kit kit;
  private final Edge edge;
  private final ProgressBar bar = new ProgressBar();

  Rolling(Kit kit, Edge edge) {
    this.kit = kit;
    this.edge = edge;
  }

  /// Rolls to a release and says how many instances were replaced.
  int to(Release release) throws InterruptedException {
    List<Instance> others =
        edge.instances().stream().filter(each -> each.release() != release).toList();
    return bar.during(() -> all(others, release), "stopped half-way");
  }

  private int all(List<Instance> others, Release release) throws InterruptedException {
    int count = others.size();
    for (int i = 0; i < count; i++) {
      bar.at(i, count, others.get(i).name());
      replace(others.get(i), release);
    }
    bar.full("All run " + release.text());
    return count;
  }

  /// How many instances of the last roll are replaced.
  Progress progress() {
    return bar.now();
  }

  private void replace(Instance instance, Release release) throws InterruptedException {
    instance.leaveService();
    long begun = kit.world().ticks().nanos();
    while (instance.inFlight() > 0 && kit.world().ticks().nanos() - begun < DRAIN_NANOS_MAX) {
      kit.world().pause().sleepNanos(LOOK_NANOS);
    }
    kit.world().pause().sleepNanos(START_NANOS);
    instance.start(release);
    kit.log("INFO", instance.name(), "started with release " + release.text());
  }
}
