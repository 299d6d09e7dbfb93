package dev.hotseat.live;

import dev.hotseat.world.Dice;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of one call's trace: 128 bits, and whether its client asked for it to be kept.
record TraceId(long high, long low, boolean wanted) {
  /// The name that W3C Trace Context forbids: no trace.
  static final TraceId NONE = new TraceId(0, 0, false);

  /*
   * W3C Trace Context, version 00 and any later version that only appends: a trace id and a parent id
   * that are not all zero, then the flags, whose lowest bit asks for the trace to be recorded.
   */
  private static final Pattern TRACEPARENT =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?");

  private static final HexFormat HEX = HexFormat.of();

  /// 32 lower-case hex digits.
  String hex() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  /// Hands out names that depend on the seed and on how many were handed out before.
  static final class Source {
    private final long first;
    private final long second;
    private final AtomicLong handedOut = new AtomicLong();
    private final int keepOneIn;

    Source(Dice dice, int keepOneIn) {
      RandomGenerator random = dice.stream("trace ids");
      this.first = random.nextLong();
      this.second = random.nextLong();
      this.keepOneIn = keepOneIn;
    }

    /// The name in a `traceparent` header, or a new one where that is empty or wrong.
    TraceId of(String traceparent) {
      if (!traceparent.isEmpty()) {
        Matcher given = TRACEPARENT.matcher(traceparent);
        if (given.matches()) {
          long high = HexFormat.fromHexDigitsToLong(given.group(1), 0, 16);
          long low = HexFormat.fromHexDigitsToLong(given.group(1), 16, 32);
          if ((high | low) != 0) {
            return new TraceId(high, low, (HexFormat.fromHexDigits(given.group(2)) & 1) == 1);
          }
        }
      }
      long n = handedOut.incrementAndGet();
      return new TraceId(
          mixed(first + n), mixed(second - n) | 1, keepOneIn > 0 && n % keepOneIn == 0);
    }

    private static long mixed(long n) {
      long z = n * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
