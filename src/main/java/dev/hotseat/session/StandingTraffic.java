package dev.hotseat.session;

import dev.hotseat.live.LiveSystem;
import dev.hotseat.load.Generator;
import dev.hotseat.load.LoadLimits;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Run;
import dev.hotseat.world.World;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The customers that a live system has anyway: they come from the opening to the end, over resets
/// and restarts, whatever the candidate does. Nobody's load run, and in no result.
/*
 * A profile is played again and again. The next round begins when the last one's calls have all been
 * due, not when they have all come back: a system that answers slowly is not spared. Each round draws
 * from streams of its own, so that the same customers do not return every minute.
 *
 * It goes on while the session is paused. Customers do not know of the pause; and a system that was
 * left alone for a moment might get well by it, which is just what some incidents do not do in life.
 */
final class StandingTraffic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StandingTraffic.class);

  private final World world;
  private final Venue venue;
  private final Profile profile;
  private final Generator generator;
  private final Thread thread;
  private volatile boolean closed;

  StandingTraffic(String session, World world, LoadLimits limits, Venue venue, Profile profile) {
    this.world = world;
    this.venue = venue;
    this.profile = profile;
    this.generator = new Generator(world, limits);
    this.thread = Thread.ofVirtual().name("standing/" + session).unstarted(this::run);
  }

  /// Begins as soon as the live system stands.
  void start() {
    thread.start();
  }

  /// Sends the customers of a life that is over to the new one.
  void again() {
    thread.interrupt();
  }

  private void run() {
    try {
      LiveSystem live = venue.live();
      for (int round = 1; !closed; round++) {
        play(live, round);
      }
    } catch (RuntimeException broken) {
      if (!closed) {
        LOG.atError().addKeyValue("thread", thread.getName()).setCause(broken).log("traffic ended");
      }
    }
  }

  private void play(LiveSystem live, int round) {
    Profile next =
        new Profile(
            profile.name() + "/" + round,
            profile.loop(),
            profile.mix(),
            profile.patience(),
            profile.retry());
    Run run = generator.start(next, live, live::traffic);
    try {
      world.pause().sleepNanos(profile.loop().duration().toNanos());
    } catch (InterruptedException resetOrEnd) {
      run.stop();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    generator.close();
  }
}
