package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.Rig.code;
import static dev.hotseat.live.shortener.Rig.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import dev.hotseat.world.Chance;
import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What each way of making codes does to links.
class KeyPhenomenaTest {

  @Nested
  class WithFourCharacters {
    private final long codes = Base62.count(4);

    @Test
    void evenOddsOfAFirstCollisionComeNearTheSquareRoot() {
      long[] firsts =
          LongStream.range(0, 101)
              .map(seed -> firstCollision(new Chance(new Dice(seed), "codes")))
              .toArray();
      Arrays.sort(firsts);

      double expectedMedian = Math.sqrt(2 * Math.log(2) * codes);

      assertThat((double) firsts[50]).isBetween(0.75 * expectedMedian, 1.25 * expectedMedian);
    }

    private long firstCollision(Chance chance) {
      Set<Long> seen = new HashSet<>();
      while (seen.add(chance.below(codes))) {
        // until one comes twice
      }
      return seen.size() + 1;
    }

    @Test
    void collisionsFollowTheClosedForm() {
      int links = 60_000;
      double expected = links - codes * -Math.expm1(links * Math.log1p(-1.0 / codes));
      try (Rig rig =
          new Rig(
              "keys",
              "random",
              "code-length",
              "4",
              "guard",
              "unique-constraint",
              "on-collision",
              "fail")) {
        long refused =
            Rig.together(2, () -> creations(rig, links / 2)).stream().mapToLong(n -> n).sum();

        assertThat((double) refused).isBetween(0.65 * expected, 1.35 * expected);
        assertThat(rig.gauge("keyCollisions")).isEqualTo(refused);
        assertThat(rig.oracle("duplicateCodes")).isZero();
      }
    }
  }

  @Test
  void sevenCharactersDoNotCollideInPractice() {
    try (Rig rig = new Rig("keys", "random", "code-length", "7", "guard", "unique-constraint")) {
      assertThat(creations(rig, 20_000)).isZero();
    }
  }

  /// How many creations were refused because their code was taken.
  private static long creations(Rig rig, int links) {
    long refused = 0;
    for (Reply reply : rig.send(links, "create", "region", "eu")) {
      refused += reason(reply).equals("key-collision") ? 1 : 0;
    }
    return refused;
  }

  @Test
  void counterCodesCanBeEnumerated() {
    try (Rig rig = new Rig("keys", "counter")) {
      rig.send(300, "create", "region", "eu");
      rig.send(300, "enumerate");

      assertThat(rig.oracle("enumerableShare")).isGreaterThan(0.9);
    }
  }

  @Test
  void randomCodesCannotBeEnumerated() {
    try (Rig rig = new Rig("keys", "random")) {
      rig.send(300, "create", "region", "eu");
      rig.send(300, "enumerate");

      assertThat(rig.oracle("enumerableShare")).isZero();
    }
  }

  @Nested
  class WhenAGeneratedCodeIsTaken {
    @Test
    void theCreationFailsIfNothingElseWasDecided() {
      try (Rig rig = taken("fail")) {
        Reply reply = rig.create(Rig.TARGET);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reason(reply)).isEqualTo("key-collision");
      }
    }

    @Test
    void anotherCodeIsTried() {
      try (Rig rig = taken("retry")) {
        assertThat(code(rig.create(Rig.TARGET))).isEqualTo("0000002");
      }
    }

    @Test
    void theCodeIsMadeLonger() {
      try (Rig rig = taken("lengthen")) {
        assertThat(code(rig.create(Rig.TARGET))).hasSizeGreaterThan(7);
      }
    }

    private Rig taken(String onCollision) {
      Rig rig = new Rig("keys", "counter", "on-collision", onCollision);
      rig.createAlias("0000000", "eu");
      rig.createAlias("0000001", "eu");
      return rig;
    }
  }

  @Test
  void aHashGivesOneTargetOneCode() {
    try (Rig rig = new Rig("keys", "hash")) {
      Reply first = rig.create(Rig.TARGET);
      Reply second = rig.create(Rig.TARGET);

      assertThat(first.status()).isEqualTo(201);
      assertThat(second.status()).isEqualTo(200);
      assertThat(code(second)).isEqualTo(code(first));
      assertThat(code(rig.create(Rig.TARGET + "?b"))).isNotEqualTo(code(first));
    }
  }

  @Test
  void withoutAGuardATruncatedHashSendsVisitorsToOthersTargets() {
    try (Rig rig = new Rig("keys", "hash", "code-length", "4", "guard", "none")) {
      String[] pair = twoTargetsOfOneHash();

      String code = code(rig.create(pair[0]));
      assertThat(code(rig.create(pair[1]))).isEqualTo(code);
      rig.follow(code);

      assertThat(rig.oracle("duplicateCodes")).isEqualTo(1);
      assertThat(rig.oracle("wrongTargets")).isEqualTo(1);
    }
  }

  private static String[] twoTargetsOfOneHash() {
    Map<String, String> byCode = new java.util.HashMap<>();
    for (int i = 0; ; i++) {
      String url = Rig.TARGET + "?n=" + i;
      String other = byCode.put(KeyMaker.hashed(url, 0, 4), url);
      if (other != null) {
        return new String[] {other, url};
      }
    }
  }

  @Test
  void blocksOfACounterCrossTheOceanOnceInAThousand() {
    try (Rig rig = new Rig("keys", "block-counter", "guard", "unique-constraint")) {
      Set<String> codes = new HashSet<>();
      for (Reply reply : rig.send(1500, "create", "region", "eu")) {
        codes.add(code(reply));
      }

      assertThat(codes).hasSize(1500);
      assertThat(rig.system.second().number("rate/app.eu>keys")).isPresent();
    }
  }

  @Nested
  class WhenTheClockOfAKeyNodeGoesBack {
    @Test
    void trustingItGivesCodesTwice() throws InterruptedException {
      try (Rig rig = jumped("trust", "none")) {
        assertThat(rig.oracle("duplicateCodes")).isPositive();
      }
    }

    @Test
    void aConstraintTurnsThoseIntoFailures() throws InterruptedException {
      try (Rig rig = jumped("trust", "unique-constraint")) {
        assertThat(rig.oracle("duplicateCodes")).isZero();
        assertThat(rig.gauge("keyCollisions")).isPositive();
      }
    }

    @Test
    void waitingForItGivesNone() throws InterruptedException {
      try (Rig rig = jumped("wait", "none")) {
        assertThat(rig.oracle("duplicateCodes")).isZero();
      }
    }

    @Test
    void refusingSaysSo() throws InterruptedException {
      try (Rig rig = new Rig("keys", "snowflake", "snowflake-clock", "refuse", "guard", "none")) {
        rig.create(Rig.TARGET);
        rig.fault("key-clock-back", 5000);

        assertThat(reason(rig.create(Rig.TARGET))).isEqualTo("clock-back");
        assertThat(rig.create("{\"url\":\"" + Rig.TARGET + "\"}", "us").status()).isEqualTo(201);
        rig.system.stopFault("key-clock-back");
        assertThat(rig.create(Rig.TARGET).status()).isEqualTo(201);
      }
    }

    /// Creations without a break for a while, a jump back into that while, and more of them.
    private Rig jumped(String rule, String guard) throws InterruptedException {
      Rig rig = new Rig("keys", "snowflake", "snowflake-clock", rule, "guard", guard);
      createFor(rig, 500);
      rig.fault("key-clock-back", 300);
      createFor(rig, 250);
      return rig;
    }

    private void createFor(Rig rig, long millis) {
      long until = rig.now() + millis * 1_000_000;
      List<Callable<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        clients.add(() -> {
          int made = 0;
          while (rig.now() < until) {
            rig.create(Rig.TARGET + "?n=" + rig.now());
            made++;
          }
          return made;
        });
      }
      Rig.together(clients);
    }
  }
}
