package dev.hotseat.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Registers, one writer each, many readers: a store that is right passes, lost, stale and backward
/// ones are caught whatever the seed.
class ShelfTest {
  private static final int SEEDS = Integer.getInteger("history.seeds", 100);
  private static final int NAMES = 5;
  private static final int CLIENTS = 8;

  @Test
  void aShelfThatIsRightIsNeverAccused() {
    LongStream.range(0, SEEDS)
        .forEach(seed -> {
          Verdict verdict = day(ShelfFlaw.NONE, seed);

          assertThat(verdict.clean()).as(() -> "seed " + seed + ": " + verdict.words()).isTrue();
          assertThat(verdict.complete()).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void everyFlawIsCaughtWhateverTheSeed(ShelfFlaw flaw) {
    LongStream.range(0, 20)
        .forEach(seed -> {
          Verdict verdict = day(flaw, seed);

          assertThat(verdict.count(flaw.found()))
              .as(() -> flaw + ", seed " + seed + ": " + verdict.words())
              .isPositive();
        });
  }

  private static Verdict day(ShelfFlaw flaw, long seed) {
    RandomGenerator chance = new Dice(seed).stream("day");
    Shelf shelf = new Shelf(flaw, new Dice(seed).stream("shelf"));
    History history = new History(10_000);
    List<@Nullable Step> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(null);
    }
    Map<String, Long> versions = new HashMap<>();
    for (int moment = 0; moment < 2_000; moment++) {
      int client = chance.nextInt(CLIENTS);
      Step step = clients.get(client);
      clients.set(
          client, step == null ? begin(client, chance, shelf, history, versions) : step.go());
      if (chance.nextInt(40) == 0) {
        shelf.catchUp();
      }
    }
    return Checker.check(
        history.recorded(),
        List.of(
            Freshness.of("write", "read").endingWith(shelf.contents()),
            Linearizable.of(Model.register("write", "read"))));
  }

  /// The first clients write a name of their own each; the others read any.
  private static Step begin(
      int client,
      RandomGenerator chance,
      Shelf shelf,
      History history,
      Map<String, Long> versions) {
    String own = "name-" + client;
    if (client < NAMES && chance.nextBoolean()) {
      long version = versions.merge(own, 1L, Long::sum);
      return shelf.write(history.invoke("client-" + client, "write", own, version), own, version);
    }
    String any = "name-" + chance.nextInt(NAMES);
    return shelf.read(history.invoke("client-" + client, "read", any, 0), any);
  }
}
