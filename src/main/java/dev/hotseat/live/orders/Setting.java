package dev.hotseat.live.orders;

/// A value that can be changed while the service runs.
enum Setting {
  POOL_SIZE("pool.size", "connections", 1, 100, 20),
  POOL_VALIDATION("pool.validation", "round trips", 0, 10, 0),
  QUEUE_SIZE("queue.size", "calls", 1, 5_000, 20),
  SHED_AT("shed.at", "calls", 0, 5_000, 0),
  RETRY_BUDGET("retry.budget", "%", 0, 300, 10),
  PRICING_TIMEOUT("pricing.timeout", "ms", 0, 60_000, 0),
  PRICING_ATTEMPTS("pricing.attempts", "tries", 1, 10, 1),
  PRICING_BREAKER("pricing.breaker", "", 0, 1, 0),
  PRICING_HEDGE("pricing.hedge", "", 0, 1, 0),
  PAYMENTS_TIMEOUT("payments.timeout", "ms", 0, 60_000, 240),
  PAYMENTS_ATTEMPTS("payments.attempts", "tries", 1, 10, 3),
  PAYMENTS_BREAKER("payments.breaker", "", 0, 1, 0),
  PAYMENTS_HEDGE("payments.hedge", "", 0, 1, 0),
  WRITES_FROZEN("writes.frozen", "", 0, 1, 0);

  private final String key;
  private final String unit;
  private final long min;
  private final long max;
  private final long initial;

  Setting(String key, String unit, long min, long max, long initial) {
    this.key = key;
    this.unit = unit;
    this.min = min;
    this.max = max;
    this.initial = initial;
  }

  /// The name by which people know it.
  String key() {
    return key;
  }

  String unit() {
    return unit;
  }

  long min() {
    return min;
  }

  long max() {
    return max;
  }

  long initial() {
    return initial;
  }

  /// Whether it is on or off.
  boolean isSwitch() {
    return min == 0 && max == 1;
  }

  /// A value as people write it.
  String written(long value) {
    return isSwitch() ? (value == 1 ? "on" : "off") : (value + " " + unit).strip();
  }
}
