package dev.hotseat.live.limiter;

import dev.hotseat.live.LeverValues;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The algorithms for benchmarks, which stand outside of the package.
public final class Deciders {
  private static final Quota QUOTA =
      Quota.of("paid", 1_000, TimeUnit.SECONDS.toNanos(1), 1_000, TimeUnit.SECONDS.toNanos(1));

  private static final long EPOCH = TimeUnit.DAYS.toNanos(20_000);

  private Deciders() {}

  /// Decides about one call of a key, now.
  public interface Decider {
    boolean admits(String key);
  }

  /// An algorithm alone: a map of limiters, 1,000 a second for each key.
  public static Decider alone(String algorithm) {
    Algorithm made = algorithm(algorithm);
    Map<String, Limiter> limiters = new ConcurrentHashMap<>();
    return key -> {
      Limiter known = limiters.get(key);
      Limiter limiter = known == null ? limiters.computeIfAbsent(key, _ -> made.limiter()) : known;
      return limiter.ask(QUOTA, now(), 1) >= 0;
    };
  }

  /// The same in the table of a node, which also says what remains and until when.
  public static Decider inTable(String algorithm) {
    Choices choices =
        Choices.of(
            LeverValues.initial(LimiterLevers.levers())
                .with(Map.of("algorithm", algorithm, "keys-max", "1000000")));
    Quotas quotas = Quotas.of(choices);
    KeyTable table = new KeyTable(choices);
    return key -> !table.ask(key, quotas, now(), 1).refused();
  }

  /// Most that is let through in one sliding second around an edge, of a limit of 1,000.
  public static int mostAroundAnEdge(String algorithm) {
    Limiter limiter = algorithm(algorithm).limiter();
    Log window = new Log();
    long edge = TimeUnit.SECONDS.toNanos(1_000);
    int most = 0;
    for (long now = edge - 100_000_000L; now < edge + 100_000_000L; now += 10_000) {
      window.expire(now - QUOTA.windowNanos());
      if (limiter.ask(QUOTA, now, 1) >= 0) {
        window.add(now, 1);
      }
      most = Math.max(most, window.calls());
    }
    return most;
  }

  /// Bytes of heap that one key of the free plan holds after it has used its limit, entry included.
  public static double bytesPerKey(String algorithm, int keys) {
    Choices choices =
        Choices.of(
            LeverValues.initial(LimiterLevers.levers())
                .with(Map.of("algorithm", algorithm, "keys-max", "1000000")));
    Quotas quotas = Quotas.of(choices);
    KeyTable table = new KeyTable(choices);
    long before = used();
    for (int key = 0; key < keys; key++) {
      String name = "free_" + (1_000_000 + key);
      for (int call = 0; call < 100; call++) {
        table.ask(name, quotas, TimeUnit.SECONDS.toNanos(6_000) + call, 1);
      }
    }
    double bytes = (double) (used() - before) / keys;
    if (table.size() != keys) {
      throw new IllegalStateException("keys were lost");
    }
    return bytes;
  }

  /// What the gauge says about the same.
  public static double bytesByGauge(String algorithm) {
    Limiter limiter = algorithm(algorithm).limiter();
    Quota quota = Quota.of("free", 100, TimeUnit.MINUTES.toNanos(1), 100, 0);
    for (int call = 0; call < 100; call++) {
      limiter.ask(quota, TimeUnit.SECONDS.toNanos(6_000) + call, 1);
    }
    return limiter.bytes() + KeyTable.ENTRY_BYTES;
  }

  /// Keys in the order of their calls: every fifth call is for one of them.
  public static String[] calls(int keys, int length) {
    Random random = new Random(1);
    String[] calls = new String[length];
    for (int i = 0; i < length; i++) {
      calls[i] = "paid_" + (random.nextInt(5) == 0 ? 0 : random.nextInt(keys));
    }
    return calls;
  }

  private static long now() {
    return EPOCH + System.nanoTime();
  }

  private static Algorithm algorithm(String name) {
    return Algorithm.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
