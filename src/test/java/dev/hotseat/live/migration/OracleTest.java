package dev.hotseat.live.migration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The oracle itself: flaws planted behind everybody's back are found, each as what it is.
class OracleTest {
  private static final int SEEDS = 20;
  private static final int EACH = 3;

  @Test
  void findsEveryPlantedFlawAndNothingElseWhateverTheSeed() {
    List<Callable<Map<String, Double>>> seeds = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      long each = seed;
      seeds.add(() -> found(each));
    }

    assertThat(CustomersRig.together(seeds))
        .hasSize(SEEDS)
        .allSatisfy(oracles ->
            assertThat(oracles)
                .containsEntry("missing", (double) EACH)
                .containsEntry("stale", (double) EACH)
                .containsEntry("wrong", (double) EACH)
                .containsEntry("lost", (double) EACH)
                .containsEntry("duplicated", 0.0)
                .containsEntry("erasedButThere", (double) EACH));
  }

  private static Map<String, Double> found(long seed) throws InterruptedException {
    try (CustomersRig rig = copied(seed)) {
      List<Long> ids = shuffled(seed);
      ids.subList(0, 60).stream()
          .filter(id -> id % 2 == 0)
          .forEach(id -> rig.put(id, CustomersRig.ADA));
      List<Long> erased = ids.subList(60, 60 + EACH);
      erased.forEach(rig::erase);
      for (int i = 0; i < EACH; i++) {
        plant(rig, ids, i, erased.get(i));
      }
      rig.act("audit");
      return oracles(rig);
    }
  }

  private static void plant(CustomersRig rig, List<Long> ids, int i, long erased)
      throws InterruptedException {
    rig.plant("DELETE FROM customers_new WHERE id = " + ids.get(i));
    rig.plant("UPDATE customers_new SET version = version - 1 WHERE id = " + ids.get(10 + i));
    rig.plant(
        "UPDATE customers_new SET credit_minor = credit_minor + 1 WHERE id = " + ids.get(20 + i));
    rig.plant("DELETE FROM customers_new WHERE id = " + ids.get(30 + i));
    rig.plant("DELETE FROM customers WHERE id = " + ids.get(30 + i));
    rig.plant(
        "INSERT INTO customers_new SELECT "
            + erased
            + ", given_name, family_name, email, credit_minor, currency, country, version"
            + " FROM customers_new WHERE id = "
            + ids.get(100));
  }

  /// Nobody orders an audit: the oracle looks by itself, and sees when all is well again.
  @Test
  void looksByItselfAndForgetsWhatWasRepaired() throws InterruptedException {
    try (CustomersRig rig = copied(1)) {
      rig.plant("DELETE FROM customers_new WHERE id = 77");
      await(rig, "missing", 1);

      rig.step("verify", "how", "full");
      rig.step("repair-mismatches");
      await(rig, "missing", 0);
    }
  }

  private static void await(CustomersRig rig, String oracle, double count) {
    Awaitility.await().atMost(60, SECONDS).until(() -> rig.oracle(oracle) == count);
  }

  private static CustomersRig copied(long seed) throws InterruptedException {
    CustomersRig rig = CustomersRig.of(seed, "rows", "1000");
    rig.step("create-new-table");
    rig.change("dual-write", "trigger", "version-check", "on");
    rig.step("start-backfill");
    rig.step("verify", "how", "full");
    rig.step("repair-mismatches");
    return rig;
  }

  private static List<Long> shuffled(long seed) {
    List<Long> ids = new ArrayList<>();
    for (long id = 1; id <= 1_000; id++) {
      ids.add(id);
    }
    Collections.shuffle(ids, new Random(new Dice(seed).stream("flaws").nextLong()));
    return ids;
  }

  private static Map<String, Double> oracles(CustomersRig rig) {
    Map<String, Double> oracles = new HashMap<>();
    var second = rig.system.second();
    CustomersDesign.design(false)
        .oracles()
        .forEach(
            each -> oracles.put(each.name(), second.number("oracle/" + each.name()).orElseThrow()));
    return oracles;
  }
}
