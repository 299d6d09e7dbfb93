package dev.hotseat.live.payments;

import dev.hotseat.live.LeverValues;
import java.time.Duration;
import java.util.Locale;

/// The lever values in force, typed. One request reads one set from beginning to end.
record Choices(
    Keys keys,
    boolean perTenant,
    InFlight inFlight,
    boolean openAcrossCall,
    boolean providerKey,
    AfterTimeout afterTimeout,
    boolean errorsStored,
    boolean oneTransaction,
    boolean outbox,
    boolean completer,
    Duration completerEvery,
    Duration keyLifetime,
    boolean onePerOrder,
    Duration providerTimeout,
    SecondProvider secondProvider,
    KeyCopies keyCopies,
    Webhooks webhooks,
    ClientRetries clientRetries,
    int retryLimit,
    int poolSize,
    int apis) {

  /// Lever `keys`.
  enum Keys {
    NONE,
    CHECK_THEN_INSERT,
    UNIQUE_CLAIM,
    CLAIM_WITH_FINGERPRINT
  }

  /// Lever `in-flight`.
  enum InFlight {
    WAIT,
    CONFLICT,
    PROCESS_AGAIN
  }

  /// Lever `after-timeout`.
  enum AfterTimeout {
    ASSUME_FAILED,
    QUERY_PROVIDER,
    LEAVE_TO_COMPLETER
  }

  /// Lever `second-provider`.
  enum SecondProvider {
    OFF,
    ON_ANY_ERROR,
    ON_DEFINITE_ERROR
  }

  /// Lever `key-copies`.
  enum KeyCopies {
    NONE,
    ASYNCHRONOUS,
    SYNCHRONOUS
  }

  /// Lever `webhooks`.
  enum Webhooks {
    IGNORED,
    APPLY,
    APPLY_ONCE
  }

  /// Lever `client-retries`.
  enum ClientRetries {
    NONE,
    IMMEDIATE,
    BACK_OFF
  }

  static Choices of(LeverValues levers) {
    return new Choices(
        choice(Keys.class, levers.text("keys")),
        levers.text("key-scope").equals("per-tenant"),
        choice(InFlight.class, levers.text("in-flight")),
        levers.text("transaction").equals("open-across-call"),
        levers.text("provider-key").equals("sent"),
        choice(AfterTimeout.class, levers.text("after-timeout")),
        levers.text("replay-errors").equals("stored"),
        levers.on("one-transaction"),
        levers.on("outbox"),
        levers.on("completer"),
        Duration.ofMillis(levers.number("completer-every")),
        Duration.ofHours(levers.number("key-lifetime")),
        levers.on("one-per-order"),
        Duration.ofMillis(levers.number("provider-timeout")),
        choice(SecondProvider.class, levers.text("second-provider")),
        choice(KeyCopies.class, levers.text("key-copies")),
        choice(Webhooks.class, levers.text("webhooks")),
        choice(ClientRetries.class, levers.text("client-retries")),
        (int) levers.number("retry-limit"),
        (int) levers.number("pool-size"),
        (int) levers.number("apis"));
  }

  /// Whether a key that was honoured under those is honoured under these.
  boolean sameRulesForKeys(Choices before) {
    return keys == before.keys && perTenant == before.perTenant && keyCopies == before.keyCopies;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
