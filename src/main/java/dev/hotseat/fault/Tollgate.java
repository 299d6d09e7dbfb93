package dev.hotseat.fault;

import dev.hotseat.world.Dice;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// What one hop asks at every crossing. Costs one volatile read while nothing is in force.
public final class Tollgate {
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  private final long key;
  private final AtomicLong crossings = new AtomicLong();
  private volatile Toll toll = Toll.NONE;

  Tollgate(String hop, Dice dice) {
    this.key = dice.stream("fault at " + hop).nextLong();
  }

  /// What crossing costs now. The same object as long as nothing changed, [Toll#NONE] when nothing
  /// is in force.
  public Toll toll() {
    return toll;
  }

  /// Draws once against the chances of `toll`: the reason this crossing fails with, if it does.
  ///
  /// The n-th draw at a hop depends on the seed, the hop and n only.
  public Optional<String> unlucky(Toll toll) {
    if (toll.chances().isEmpty()) {
      return Optional.empty();
    }
    double drawn = draw(crossings.incrementAndGet());
    for (Toll.Chance chance : toll.chances()) {
      if (drawn < chance.share()) {
        return Optional.of(chance.reason());
      }
      drawn = (drawn - chance.share()) / (1 - chance.share());
    }
    return Optional.empty();
  }

  void set(Toll next) {
    toll = next;
  }

  /// A uniform number in [0, 1): the finaliser of SplitMix64 over a counter.
  private double draw(long n) {
    long z = key + n * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * TWO_TO_MINUS_53;
  }
}
