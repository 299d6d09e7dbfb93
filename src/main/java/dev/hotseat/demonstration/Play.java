package dev.hotseat.demonstration;

import dev.hotseat.live.Design;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.load.Profile;
import dev.hotseat.scenario.Demonstration;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One demonstration being played, or over.
final class Play {
  private static final Logger LOG = LoggerFactory.getLogger(Play.class);

  private static final Duration STOP_AGAIN = Duration.ofMillis(200);

  private final String id;
  private final Scenario scenario;
  private final Demonstration demonstration;
  private final Design design;
  private final World world;
  private final Instant startedAt;
  private final Side without;
  private final Side with;
  private final Set<String> warm;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile Standing standing = new Standing("playing", "", null);

  /// Where it stands.
  ///
  /// @param overAt absent while it plays
  private record Standing(String state, String note, @Nullable Instant overAt) {}

  /*
   * Both systems and both generators draw from the same seed, each from a world of its own: the same
   * links, keys and arrival times on both sides, whatever one of them answers. They play together,
   * because a room compares what it sees at the same moment; where the two would slow each other on
   * a small machine, the file says that they take turns.
   */
  /// @param warm systems that this process has shown before
  Play(
      String id,
      Scenario scenario,
      Demonstration demonstration,
      LiveSystems systems,
      World world,
      Set<String> warm) {
    this.id = id;
    this.warm = warm;
    this.scenario = scenario;
    this.demonstration = demonstration;
    this.design = systems.design(scenario.system()).orElseThrow();
    this.world = world;
    this.startedAt = world.wall().instant();
    Profile profile = profile(scenario, demonstration);
    this.without =
        new Side(scenario, demonstration, demonstration.without(), profile, systems, world);
    this.with = new Side(scenario, demonstration, demonstration.with(), profile, systems, world);
    this.thread = Thread.ofVirtual().name("demonstration/" + id).unstarted(this::run);
  }

  private static Profile profile(Scenario scenario, Demonstration demonstration) {
    return scenario.profiles().stream()
        .filter(each -> each.name().equals(demonstration.profile()))
        .findFirst()
        .orElseThrow()
        .plan()
        .lasting(Duration.ofMillis(Math.round(demonstration.seconds() * 1e3)));
  }

  void start() {
    thread.start();
  }

  String id() {
    return id;
  }

  boolean isOver() {
    return standing.overAt != null;
  }

  boolean wasOverBefore(Instant moment) {
    Instant over = standing.overAt;
    return over != null && over.isBefore(moment);
  }

  PlayView view() {
    return new PlayViews(id, scenario, demonstration, design, world.dice().seed(), startedAt)
        .view(standing.state, standing.note, without, with);
  }

  /*
   * Building a system crosses a connection pool and a database, and not all of their code passes an
   * interrupt on. So the wish to stop stands in a field as well, and the interrupt is repeated until the
   * thread is gone.
   */
  /// Stops it and waits until both systems are gone. What is over stays as it is.
  void stop() {
    stopping = true;
    try {
      do {
        thread.interrupt();
      } while (!thread.join(STOP_AGAIN));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (ExecutorService crew =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("demonstration/" + id + "/", 0).factory())) {
      try {
        playBoth(crew);
        over("finished", "");
      } catch (InterruptedException | ExecutionException | RuntimeException ended) {
        crew.shutdownNow();
        crew.close();
        endedEarly(ended);
      }
    }
  }

  private void endedEarly(Exception ended) {
    if (stopping || ended instanceof InterruptedException) {
      over("stopped", "");
      return;
    }
    LOG.atError()
        .addKeyValue("demonstration", demonstration.name())
        .setCause(ended)
        .log("demonstration broke");
    over("failed", "It broke on our side; the server's log has the details.");
  }

  private void playBoth(ExecutorService crew) throws InterruptedException, ExecutionException {
    if (!warm.contains(scenario.system())) {
      without.warmUp();
      with.warmUp();
      warm.add(scenario.system());
    }
    if (stopping) {
      throw new InterruptedException();
    }
    if (demonstration.inTurn()) {
      crew.submit(() -> playing(without, new CountDownLatch(1))).get();
      crew.submit(() -> playing(with, new CountDownLatch(1))).get();
      return;
    }
    CountDownLatch ready = new CountDownLatch(2);
    List<Future<?>> both = new ArrayList<>();
    both.add(crew.submit(() -> playing(without, ready)));
    both.add(crew.submit(() -> playing(with, ready)));
    for (Future<?> each : both) {
      each.get();
    }
  }

  private static Optional<Void> playing(Side side, CountDownLatch ready)
      throws InterruptedException {
    side.play(ready);
    return Optional.empty();
  }

  private void over(String state, String note) {
    standing = new Standing(state, note, world.wall().instant());
  }
}
