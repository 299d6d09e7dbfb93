package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.Rig.code;
import static dev.hotseat.live.shortener.Rig.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens between a visitor and the store.
class ReadPhenomenaTest {

  @Nested
  class WhenTheHotEntryExpires {
    @Test
    void everyVisitorOfTheReloadTimeLoadsItToo() throws InterruptedException {
      try (Rig rig = new Rig("cache", "local", "clicks", "batched", "pool-size", "200")) {
        assertThat(stampede(rig)).isBetween(30.0, 150.0);
      }
    }

    @Test
    void oneLoadIsEnoughWithSingleFlight() throws InterruptedException {
      try (Rig rig =
          new Rig(
              "cache", "local", "clicks", "batched", "pool-size", "200", "single-flight", "on")) {
        assertThat(stampede(rig)).isEqualTo(1);
      }
    }

    /// 500 visits a second, a reload of 200 ms: how many loads of the one link were there at once.
    private double stampede(Rig rig) throws InterruptedException {
      String hot = rig.catalogue.hot();
      rig.follow(hot);
      rig.gauge("loadsPerKeyMax");
      rig.fault("store-slow", 200);
      List<Callable<Reply>> visits = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        long dueNanos = rig.now() + 50_000_000L + i * 2_000_000L;
        visits.add(() -> {
          rig.world.pause().sleepNanos(dueNanos - rig.now());
          return rig.follow(hot);
        });
      }
      rig.fault("hot-expires");

      assertThat(Rig.together(visits)).allMatch(reply -> reply.status() == 302);

      return rig.gauge("loadsPerKeyMax");
    }
  }

  @Nested
  class WhenThreeInTenVisitsAskForUnknownCodes {
    @Test
    void theyAllReachTheStore() {
      try (Rig rig = scanned("negative-cache", "off")) {
        assertThat(storeReadShare(rig)).isBetween(0.25, 0.35);
      }
    }

    @Test
    void hardlyAnyDoesOnceItIsRememberedThatThereIsNothing() {
      try (Rig rig = scanned("negative-cache", "on")) {
        rig.send(25_000, "redirect", "region", "eu");

        assertThat(storeReadShare(rig)).isLessThan(0.01);
      }
    }

    private Rig scanned(String lever, String value) {
      Rig rig = new Rig("cache", "local", "cache-size", "50000", "clicks", "batched", lever, value);
      act(rig, "warm-cache", Map.of("count", "10000"));
      rig.fault("scanner", 0.3);
      return rig;
    }

    private double storeReadShare(Rig rig) {
      rig.gauge("storeReadShare");
      rig.send(3000, "redirect", "region", "eu");
      return rig.gauge("storeReadShare");
    }
  }

  @Nested
  class WhenReplicasLagBy300Millis {
    @Test
    void aThirdOfTheVisitsInTheFirstSecondFindNothing() throws InterruptedException {
      try (Rig rig = new Rig("reads", "nearest-replica", "clicks", "batched")) {
        List<Reply> visits = visitsWithinASecond(rig);

        assertThat(count(visits, 404) / (double) visits.size()).isBetween(0.2, 0.5);
        assertThat(rig.oracle("readAfterWriteMisses")).isEqualTo(count(visits, 404));
      }
    }

    @Test
    void fallingBackToThePrimaryFindsEveryOne() throws InterruptedException {
      try (Rig rig = new Rig("reads", "replica-with-fallback", "clicks", "batched")) {
        List<Reply> visits = visitsWithinASecond(rig);

        assertThat(count(visits, 302)).isEqualTo(visits.size());
        assertThat(rig.oracle("readAfterWriteMisses")).isZero();
      }
    }

    /// Links made in eu, each followed in us at a moment of the second after.
    private List<Reply> visitsWithinASecond(Rig rig) {
      rig.fault("replica-lag", 300);
      await().until(() -> rig.gauge("replicaLag") > 300);
      RandomGenerator random = rig.world.dice().stream("waits");
      List<Callable<Reply>> friends = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        long startMillis = i * 3L;
        long waitMillis = random.nextInt(1000);
        friends.add(() -> {
          rig.pause(startMillis);
          String code = code(rig.create(Rig.TARGET));
          rig.pause(waitMillis);
          return rig.follow(code, "us");
        });
      }
      return Rig.together(friends);
    }
  }

  @Test
  void aRegionThatIsCutOffServesWhatItsReplicaHeardOf() {
    try (Rig rig = new Rig("reads", "nearest-replica", "clicks", "batched")) {
      String before = code(rig.create(Rig.TARGET));
      await().until(() -> rig.follow(before, "us").status() == 302);
      rig.fault("region-cut");

      assertThat(rig.follow(before, "us").status()).isEqualTo(302);
      assertThat(rig.create("{\"url\":\"" + Rig.TARGET + "\"}", "us").status()).isEqualTo(504);
      String during = code(rig.create(Rig.TARGET));
      assertThat(rig.follow(during, "eu").status()).isEqualTo(302);
      await().until(() -> rig.gauge("replicaLag") > 500);
      assertThat(rig.follow(during, "us").status()).isEqualTo(404);

      rig.system.stopFault("region-cut");
      await().until(() -> rig.follow(during, "us").status() == 302);
    }
  }

  @Nested
  class WhenVisitorsComeBack {
    @Test
    void theirBrowsersHideTenInElevenClicksOfAPermanentRedirect() {
      try (Rig rig = new Rig("redirect", "301")) {
        List<Reply> visits = rig.send(1000, "repeat-visitors");

        assertThat(count(visits, 301)).isEqualTo(1000);
        assertThat(counted(rig)).isBetween(90L, 100L);
        assertThat(rig.oracle("unseenClicks")).isEqualTo(1000 - counted(rig));
      }
    }

    @Test
    void everyClickIsSeenWithATemporaryOne() {
      try (Rig rig = new Rig("redirect", "302", "clicks", "batched", "batch-interval", "10")) {
        rig.send(1000, "repeat-visitors");

        await().until(() -> counted(rig) == 1000);
        assertThat(rig.oracle("unseenClicks")).isZero();
      }
    }

    private long counted(Rig rig) {
      Reply stats = rig.get("/links/" + rig.catalogue.code(0) + "/stats", Map.of());
      return Rig.body(stats).get("clicks").asLong();
    }
  }

  @Nested
  class WhenALinkIsTakenDown {
    private final AtomicLong leapNanos = new AtomicLong();
    private final World real = World.real(5);
    private final World world =
        new World(
            real.wall(), () -> real.ticks().nanos() + leapNanos.get(), real.pause(), real.dice());

    @ParameterizedTest
    @ValueSource(strings = {"us", "ap"})
    void otherRegionsServeItUntilTheirCachesForget(String region) {
      try (Rig rig = new Rig(world, "cache", "local", "cache-ttl", "60", "clicks", "batched")) {
        String code = takenDown(rig, region);

        assertThat(rig.follow(code, "eu").status()).isEqualTo(410);
        assertThat(rig.follow(code, region).status()).isEqualTo(302);
        assertThat(rig.oracle("deletedServed")).isEqualTo(1);
      }
    }

    @Test
    void nobodyServesItForLongerThanTheCachesBelieve() {
      try (Rig rig = new Rig(world, "cache", "local", "cache-ttl", "10", "clicks", "batched")) {
        String code = takenDown(rig, "us");

        assertThat(rig.follow(code, "us").status()).isEqualTo(410);
        assertThat(rig.oracle("deletedServed")).isZero();
      }
    }

    @Test
    void browsersThatWereToldForEverStillGoThere() {
      try (Rig rig = new Rig(world, "redirect", "301", "clicks", "batched")) {
        String code = rig.catalogue.code(7);
        Map<String, String> visitor = Map.of("x-visitor", "v1");
        rig.get("/" + code, visitor);
        rig.delete(code, "eu");
        leapNanos.addAndGet(11_000_000_000L);

        assertThat(rig.get("/" + code, visitor).status()).isEqualTo(301);
        assertThat(rig.follow(code).status()).isEqualTo(410);
        assertThat(rig.oracle("deletedServed")).isEqualTo(1);
      }
    }

    /// A link that was followed in a region, deleted in eu, eleven seconds ago.
    private String takenDown(Rig rig, String region) {
      String code = rig.catalogue.code(7);
      rig.follow(code, region);
      rig.delete(code, "eu");
      leapNanos.addAndGet(11_000_000_000L);
      return code;
    }
  }

  @Test
  void withoutItsIndexTheStoreReadsEveryRow() {
    try (Rig rig = new Rig("index", "on")) {
      String explain = "EXPLAIN SELECT url FROM links WHERE code = '" + rig.catalogue.code(0) + "'";
      assertThat(plan(rig, explain)).contains("LINKS_CODE");

      rig.change("index", "off");

      assertThat(plan(rig, explain)).contains("tableScan");
      assertThat(rig.follow(rig.catalogue.code(0)).status()).isEqualTo(302);
    }
  }

  private static String plan(Rig rig, String explain) {
    try {
      return rig.system.sql(explain).rows().toString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void act(Rig rig, String action, Map<String, String> arguments) {
    try {
      rig.system.act(action, arguments);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
