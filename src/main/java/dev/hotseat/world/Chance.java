package dev.hotseat.world;

import java.util.concurrent.atomic.AtomicLong;

/// Seeded numbers that any thread may draw.
///
/// The n-th draw depends on the seed and n only (SplitMix64: Steele, Lea, Flood 2014), so threads
/// share nothing but a counter. Good enough to spread codes evenly; nothing that guards a secret.
public final class Chance {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private final long start;
  private final AtomicLong drawn = new AtomicLong();

  public Chance(Dice dice, String purpose) {
    this.start = dice.stream(purpose).nextLong();
  }

  /// A number in `[0, bound)`.
  public long below(long bound) {
    return Long.remainderUnsigned(mixed(start + drawn.incrementAndGet() * GAMMA), bound);
  }

  /// The finaliser of SplitMix64: neighbours far apart.
  public static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// 64 bits of a text, spread evenly; zero for none.
  public static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    long mixed = mixed(hash);
    return mixed == 0 ? 1 : mixed;
  }
}
