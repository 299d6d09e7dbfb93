package dev.hotseat.load;

import dev.hotseat.exchange.Target;
import dev.hotseat.world.World;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/// Sends the calls of an open loop: a pacer, a ring, a crew.
final class OpenDrive implements Drive {
  private static final long SETTLE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int RING_MIN = 1 << 14;
  private static final int RING_MAX = 1 << 17;

  private final World world;
  private final Loop.Open loop;
  private final Mix mix;
  private final String purpose;
  private final Ledger ledger;
  private final Comebacks comebacks;
  private final Outcomes outcomes;
  private final Crew crew;
  private final Pacer pacer;
  private final long waitMaxNanos;

  OpenDrive(
      World world,
      Profile profile,
      Loop.Open loop,
      Target target,
      Traffic traffic,
      Ledger ledger,
      LoadLimits limits) {
    this.world = world;
    this.loop = loop;
    this.purpose = "load/" + profile.name();
    this.mix = new Mix(profile, traffic, world.dice(), purpose);
    this.ledger = ledger;
    this.comebacks = new Comebacks(profile, world.dice().stream(purpose + "/comebacks"));
    this.outcomes = new Outcomes(target, world.ticks(), ledger, comebacks);
    this.crew = new Crew(world, outcomes, ring(loop), limits, purpose);
    this.pacer = new Pacer(world, crew, outcomes, comebacks, ledger);
    this.waitMaxNanos = limits.waitMax().toNanos();
  }

  @Override
  public void run(long startNanos) throws InterruptedException {
    var plan = new ArrivalPlan(loop, world.dice().stream(purpose + "/arrivals"));
    pacer.run(new Arrivals(plan, mix, startNanos), waitMaxNanos);
    endAll();
  }

  @Override
  public void stop() {
    pacer.stop();
  }

  @Override
  public long offered() {
    return pacer.offered();
  }

  @Override
  public Histogram lateness() {
    return pacer.lateness();
  }

  @Override
  public void close() {
    crew.close();
  }

  /// Ends what is left; more than once, since a worker may be between taking and carrying.
  private void endAll() throws InterruptedException {
    long giveUpNanos = world.ticks().nanos() + SETTLE_NANOS;
    while (ledger.ended() < pacer.offered() && world.ticks().nanos() < giveUpNanos) {
      crew.abandonShip(world.ticks().nanos());
      comebacks.giveUp(outcomes);
      world.pause().sleepNanos(1_000_000);
    }
  }

  /// Room for a second of arrivals at least: where a longer stall leaves none, the oldest fail as
  /// not sent.
  private static Ring ring(Loop.Open loop) {
    double peak = loop.stages().stream().mapToDouble(Stage::peakPerSecond).max().orElse(0);
    return new Ring((int) Math.clamp(Math.ceil(peak), RING_MIN, RING_MAX));
  }
}
