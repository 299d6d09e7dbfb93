package dev.hotseat.session;

import dev.hotseat.live.LiveSystem;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.World;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes the live system's seconds, one after another, for as long as the session goes on. The
/// first beat builds the system, so that nobody who opens or recovers a session waits for it.
final class Pulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final World world;
  private final Venue venue;
  private final Consumer<Readings> beat;
  private final Thread thread;
  private volatile boolean closed;

  Pulse(String name, World world, Venue venue, Consumer<Readings> beat) {
    this.world = world;
    this.venue = venue;
    this.beat = beat;
    this.thread = Thread.ofVirtual().name("pulse/" + name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      LiveSystem live = venue.live();
      long due = world.ticks().nanos() + SECOND_NANOS;
      while (!closed) {
        world.pause().sleepNanos(due - world.ticks().nanos());
        if (!closed) {
          beat.accept(live.second());
        }
        // A beat that came late is not made up for: readings are per second of real time.
        due = Math.max(due + SECOND_NANOS, world.ticks().nanos() + SECOND_NANOS / 2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the session lets go of it
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.atError().addKeyValue("thread", thread.getName()).setCause(e).log("pulse stopped");
      }
    }
  }

  /// Ends it and waits for its thread.
  /*
   * Not by interrupt alone: the beat may be waiting for the mailbox, which must not be left half way,
   * so the flag is set first and the interrupt only cuts the sleep short.
   */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (thread.getState() == Thread.State.NEW || Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
