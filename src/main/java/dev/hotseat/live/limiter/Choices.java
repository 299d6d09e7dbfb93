package dev.hotseat.live.limiter;

import dev.hotseat.live.LeverValues;
import java.time.Duration;
import java.util.Locale;

/// The lever values in force, typed. One call reads one set from beginning to end.
record Choices(
    Algorithm algorithm,
    State state,
    Scope scope,
    long globalRate,
    long freeLimit,
    Duration freeWindow,
    long burstPercent,
    Duration queueTime,
    boolean storeClock,
    StoreFailure storeFailure,
    Duration storeTimeout,
    Duration syncInterval,
    boolean liveMembership,
    RetryAfter retryAfter,
    Eviction eviction,
    int keysMax,
    int shed,
    boolean threeRegions,
    Stores stores,
    boolean byCost,
    boolean hourlyBurst) {

  /// Lever `state`.
  enum State {
    PER_NODE,
    STORE_ATOMIC,
    STORE_READ_WRITE,
    ASYNC_SYNC,
    LOCAL_SHARE
  }

  /// Lever `scope`.
  enum Scope {
    GLOBAL,
    KEY,
    KEY_ROUTE
  }

  /// Lever `store-failure`.
  enum StoreFailure {
    CLOSED,
    OPEN,
    LOCAL_SHARE
  }

  /// Lever `retry-after`.
  enum RetryAfter {
    EXACT,
    JITTERED,
    ABSENT
  }

  /// Lever `eviction`.
  enum Eviction {
    NEVER,
    IDLE,
    LRU
  }

  /// Lever `stores`.
  enum Stores {
    HOME,
    PER_REGION,
    PER_REGION_SHARE
  }

  static Choices of(LeverValues levers) {
    return new Choices(
        choice(Algorithm.class, levers.text("algorithm")),
        choice(State.class, levers.text("state")),
        choice(Scope.class, levers.text("scope")),
        levers.number("global-rate"),
        levers.number("free-limit"),
        Duration.ofSeconds(levers.number("free-window")),
        levers.number("burst"),
        Duration.ofMillis(levers.number("queue-time")),
        levers.text("clock").equals("store"),
        choice(StoreFailure.class, levers.text("store-failure")),
        Duration.ofMillis(levers.number("store-timeout")),
        Duration.ofMillis(levers.number("sync-interval")),
        levers.text("membership").equals("live"),
        choice(RetryAfter.class, levers.text("retry-after")),
        choice(Eviction.class, levers.text("eviction")),
        (int) levers.number("keys-max"),
        (int) levers.number("shed"),
        levers.text("regions").equals("three"),
        choice(Stores.class, levers.text("stores")),
        levers.text("counting").equals("cost"),
        levers.on("hourly-burst"));
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
