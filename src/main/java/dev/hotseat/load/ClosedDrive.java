package dev.hotseat.load;

import dev.hotseat.exchange.Target;
import dev.hotseat.world.Carriers;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Sends the calls of a closed loop: each client is a thread that calls, waits, and thinks.
///
/// A client cannot leave a call here: one that came back after its patience counts as abandoned.
final class ClosedDrive implements Drive {
  private static final long SETTLE_NANOS = Duration.ofSeconds(1).toNanos();

  private final World world;
  private final Profile profile;
  private final Loop.Closed loop;
  private final Target target;
  private final Traffic traffic;
  private final Ledger ledger;
  private final long waitMaxNanos;
  private final LongAdder offered = new LongAdder();
  private final ExecutorService threads;
  private volatile boolean stopping;

  ClosedDrive(
      World world,
      Profile profile,
      Loop.Closed loop,
      Target target,
      Traffic traffic,
      Ledger ledger,
      LoadLimits limits) {
    this.world = world;
    this.profile = profile;
    this.loop = loop;
    this.target = target;
    this.traffic = new SharedTraffic(traffic);
    this.ledger = ledger;
    this.waitMaxNanos = limits.waitMax().toNanos();
    this.threads = Executors.newThreadPerTaskExecutor(Carriers.own("load/" + profile.name()));
  }

  @Override
  public void run(long startNanos) throws InterruptedException {
    long endNanos = startNanos + loop.duration().toNanos();
    List<Client> clients = new ArrayList<>();
    for (int number = 0; number < loop.clients(); number++) {
      clients.add(new Client("load/" + profile.name() + "/client/" + number, startNanos, endNanos));
    }
    clients.forEach(threads::execute);
    threads.shutdown();
    while (!threads.awaitTermination(10, TimeUnit.MILLISECONDS)
        && world.ticks().nanos() < endNanos + waitMaxNanos
        && !(stopping && ledger.ended() == offered())) {
      // until every client has had its last answer, or no longer
    }
    endAll(clients);
  }

  @Override
  public void stop() {
    stopping = true;
  }

  @Override
  public long offered() {
    return offered.sum();
  }

  /// A closed loop has no plan to be late against.
  @Override
  public Histogram lateness() {
    return Tally.nanos();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endAll(List<Client> clients) throws InterruptedException {
    stopping = true;
    long giveUpNanos = world.ticks().nanos() + SETTLE_NANOS;
    while (ledger.ended() < offered() && world.ticks().nanos() < giveUpNanos) {
      clients.forEach(Client::unfinished);
      world.pause().sleepNanos(1_000_000);
    }
  }

  private final class Client implements Runnable, Returns {
    private final Mix mix;
    private final RandomGenerator random;
    private final Outcomes outcomes;
    private final long endNanos;
    private long dueNanos;
    private @Nullable Attempt again;
    private String lastWhy = "";
    private volatile @Nullable Attempt current;

    Client(String purpose, long startNanos, long endNanos) {
      this.mix = new Mix(profile, traffic, world.dice(), purpose);
      this.random = world.dice().stream(purpose + "/waits");
      this.outcomes = new Outcomes(target, world.ticks(), ledger, this);
      this.endNanos = endNanos;
      this.dueNanos = startNanos + (long) (random.nextDouble() * loop.think().toNanos());
    }

    @Override
    public void run() {
      try {
        while (dueNanos < endNanos && waited(dueNanos)) {
          arrive();
          dueNanos = world.ticks().nanos() + loop.think().toNanos();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public boolean accept(Attempt failed, long atNanos, String why, long toldNanos) {
      if (failed.number() >= profile.retry().attemptsMax() || stopping) {
        return false;
      }
      lastWhy = why;
      long waitNanos = Waits.beforeNextNanos(profile.retry(), failed.number(), toldNanos, random);
      again = failed.again(atNanos + waitNanos);
      return true;
    }

    void unfinished() {
      Attempt attempt = current;
      if (attempt != null) {
        outcomes.unfinished(attempt, world.ticks().nanos());
      }
    }

    private void arrive() throws InterruptedException {
      offered.increment();
      Attempt attempt = mix.next(dueNanos);
      while (attempt != null) {
        again = null;
        if (waited(attempt.dueNanos()) || attempt.number() == 1) {
          current = attempt;
          outcomes.carry(attempt, world.ticks().nanos(), false);
        } else {
          outcomes.ended(attempt, world.ticks().nanos(), lastWhy);
        }
        current = null;
        attempt = again;
      }
    }

    /// Waits until the tick; false when the run was stopped meanwhile.
    private boolean waited(long untilNanos) throws InterruptedException {
      long now = world.ticks().nanos();
      while (now < untilNanos && !stopping) {
        world.pause().sleepNanos(Math.min(untilNanos - now, 50_000_000));
        now = world.ticks().nanos();
      }
      return !stopping;
    }
  }
}
