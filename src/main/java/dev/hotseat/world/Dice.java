package dev.hotseat.world;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One seed, a named stream per purpose, so that a new consumer never shifts what another draws.
///
/// @param seed the session's seed; printed in the first journal line and in every report
public record Dice(long seed) {

  /// A generator that depends on the seed and the purpose only. Not safe for use by several
  /// threads.
  public RandomGenerator stream(String purpose) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed(purpose));
  }

  /// A number in `[0, bound)` that depends on the seed and the purpose only.
  public int pick(String purpose, int bound) {
    return stream(purpose).nextInt(bound);
  }

  /*
   * String.hashCode alone keeps similar purposes ("fault-1", "fault-2") close together; one round of
   * the SplitMix64 finaliser (Steele, Lea, Flood 2014) spreads them over the whole seed space.
   */
  private long mixed(String purpose) {
    long z = seed * 0x9E3779B97F4A7C15L + purpose.hashCode();
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
