package dev.hotseat.live.payments;

import dev.hotseat.live.Disturbance;
import dev.hotseat.world.Dice;
import java.util.concurrent.TimeUnit;

/// How long a provider takes, and when it does not answer.
final class Manners {
  private final Pace pace;
  private final Disturbance disturbance;
  private final Draw lengths;
  private final Draw slow;
  private final Draw slowLengths;
  private final Draw silences;

  Manners(String provider, Pace pace, Disturbance disturbance, Dice dice) {
    this.pace = pace;
    this.disturbance = disturbance;
    this.lengths = new Draw(dice, provider + " takes");
    this.slow = new Draw(dice, provider + " is slow");
    this.slowLengths = new Draw(dice, provider + " is so slow");
    this.silences = new Draw(dice, provider + " is silent");
  }

  /// How long the next charge takes.
  long nextNanos() {
    double delayMillis = disturbance.of("provider-delay");
    long delay = (long) (delayMillis * TimeUnit.MILLISECONDS.toNanos(1));
    return delay + (slow.hits(disturbance.of("provider-slow")) ? overPatience() : withinReason());
  }

  /// Whether the next answer is never given, although the work is done.
  boolean nextIsSilent() {
    return silences.hits(disturbance.of("provider-times-out"));
  }

  /// How long a look into the book takes.
  long lookNanos() {
    return pace.least().toNanos() / 4;
  }

  private long withinReason() {
    double tail = -Math.log(1 - lengths.number()) * pace.tail().toNanos();
    return Math.min(pace.least().toNanos() + (long) tail, pace.most().toNanos());
  }

  /// A fifth longer than phones wait, at least.
  private long overPatience() {
    double least = pace.phonePatience().toNanos() * 1.2;
    return (long) (least + slowLengths.number() * Math.max(0, pace.most().toNanos() - least));
  }
}
