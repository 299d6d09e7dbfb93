package dev.hotseat.live.shortener;

import dev.hotseat.live.LeverValues;
import java.time.Duration;
import java.util.Locale;

/// The lever values in force, typed. One call reads one set from beginning to end.
record Choices(
    Keys keys,
    int codeLength,
    OnCollision onCollision,
    Guard guard,
    ClockRule clockRule,
    boolean cached,
    int cacheSize,
    Duration cacheTtl,
    boolean singleFlight,
    boolean negativeCache,
    boolean writeBehind,
    int batchSize,
    Duration batchInterval,
    Reads reads,
    Counting clicks,
    int redirectStatus,
    boolean indexed,
    int poolSize,
    boolean limited,
    long creationsPerMinute) {

  /// Lever `keys`.
  enum Keys {
    COUNTER,
    BLOCK_COUNTER,
    HASH,
    RANDOM,
    SNOWFLAKE
  }

  /// Lever `on-collision`.
  enum OnCollision {
    FAIL,
    RETRY,
    LENGTHEN
  }

  /// Lever `guard`.
  enum Guard {
    NONE,
    CHECK_THEN_INSERT,
    UNIQUE_CONSTRAINT
  }

  /// Lever `snowflake-clock`.
  enum ClockRule {
    TRUST,
    WAIT,
    REFUSE
  }

  /// Lever `reads`.
  enum Reads {
    PRIMARY,
    NEAREST_REPLICA,
    REPLICA_WITH_FALLBACK
  }

  /// Lever `clicks`.
  enum Counting {
    ROW_UPDATE,
    SHARDED,
    BATCHED
  }

  static Choices of(LeverValues levers) {
    return new Choices(
        choice(Keys.class, levers.text("keys")),
        (int) levers.number("code-length"),
        choice(OnCollision.class, levers.text("on-collision")),
        choice(Guard.class, levers.text("guard")),
        choice(ClockRule.class, levers.text("snowflake-clock")),
        levers.text("cache").equals("local"),
        (int) levers.number("cache-size"),
        Duration.ofSeconds(levers.number("cache-ttl")),
        levers.on("single-flight"),
        levers.on("negative-cache"),
        levers.text("writes").equals("write-behind"),
        (int) levers.number("batch-size"),
        Duration.ofMillis(levers.number("batch-interval")),
        choice(Reads.class, levers.text("reads")),
        choice(Counting.class, levers.text("clicks")),
        Integer.parseInt(levers.text("redirect")),
        levers.on("index"),
        (int) levers.number("pool-size"),
        levers.text("creation-limit").equals("per-client"),
        levers.number("creations-per-minute"));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
