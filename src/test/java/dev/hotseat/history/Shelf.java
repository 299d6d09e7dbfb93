package dev.hotseat.history;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A small store of versions that is right, or wrong in one of the ways of [ShelfFlaw].
final class Shelf {
  private static final double ROLLED_BACK = 0.2;
  private final ShelfFlaw flaw;
  private final RandomGenerator chance;
  private final Map<String, Long> primary = new HashMap<>();
  private final Map<String, Long> replica = new HashMap<>();
  private final Map<String, Long> uncommitted = new HashMap<>();

  Shelf(ShelfFlaw flaw, RandomGenerator chance) {
    this.flaw = flaw;
    this.chance = chance;
  }

  /// The replica catches up now and then.
  void catchUp() {
    replica.putAll(primary);
  }

  Step write(Pending client, String name, long version) {
    return () -> begin(client, name, version);
  }

  private @Nullable Step begin(Pending client, String name, long version) {
    uncommitted.put(name, version);
    if (chance.nextDouble() < ROLLED_BACK) {
      return () -> () -> () -> rollBack(client, name);
    }
    return switch (flaw) {
      case ACKNOWLEDGED_BEFORE_WRITTEN -> {
        client.ok(version);
        yield () -> commit(name, version);
      }
      default ->
          () -> {
            commit(name, version);
            return () -> {
              client.ok(version);
              return null;
            };
          };
    };
  }

  private @Nullable Step rollBack(Pending client, String name) {
    uncommitted.remove(name);
    client.fail("rolled back");
    return null;
  }

  private @Nullable Step commit(String name, long version) {
    boolean boardIsRotten = flaw == ShelfFlaw.WRITE_LOST && name.endsWith("0");
    if (!boardIsRotten) {
      primary.put(name, version);
    }
    return null;
  }

  Step read(Pending client, String name) {
    return () -> {
      long seen = seen(name);
      return () -> {
        client.ok(seen);
        return null;
      };
    };
  }

  private long seen(String name) {
    return switch (flaw) {
      case REPLICA_LAGS -> replica.getOrDefault(name, 0L);
      case REPLICAS_TAKE_TURNS -> (chance.nextBoolean() ? primary : replica).getOrDefault(name, 0L);
      case UNCOMMITTED_IS_READ -> uncommitted.getOrDefault(name, primary.getOrDefault(name, 0L));
      default -> primary.getOrDefault(name, 0L);
    };
  }

  Map<String, Long> contents() {
    return Map.copyOf(primary);
  }
}
