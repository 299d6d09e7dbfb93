package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.Rig.code;
import static dev.hotseat.live.shortener.Rig.pairs;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.fault.FaultKind;
import dev.hotseat.live.Design.Measure;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// A shortener through changes, faults and resets.
class LifeTest {

  @Test
  void theSameSeedGivesTheSameLinks() {
    assertThat(new Catalogue(World.real(3)).code(17))
        .isEqualTo(new Catalogue(World.real(3)).code(17));
    assertThat(new Catalogue(World.real(3)).code(17))
        .isNotEqualTo(new Catalogue(World.real(4)).code(17));
    assertThat(new Catalogue(World.real(3)).hot()).isNotEqualTo(new Catalogue(World.real(4)).hot());
  }

  @Test
  void everyDeclaredReadingIsRead() {
    try (Rig rig = new Rig()) {
      Readings readings = rig.system.second();

      for (Measure gauge : rig.system.design().gauges()) {
        assertThat(readings.numbers()).containsKey("gauge/" + gauge.name());
      }
      for (Measure oracle : rig.system.design().oracles()) {
        assertThat(readings.numbers()).containsEntry("oracle/" + oracle.name(), 0.0);
      }
    }
  }

  @Test
  void everyKindOfTrafficIsAnswered() {
    try (Rig rig = new Rig("clicks", "batched")) {
      for (Traffic kind : rig.system.design().traffic()) {
        List<Reply> replies = rig.send(25, kind.name(), "region", "eu");

        assertThat(replies).as(kind.name()).allMatch(reply -> reply.status() < 500);
      }
    }
  }

  @Test
  void trafficRefusesWhatItDoesNotKnow() {
    try (Rig rig = new Rig()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rig.system.traffic("redirect", Map.of("skw", "1")))
          .withMessageContaining("skw");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rig.system.traffic("redirect", Map.of("region", "mars")))
          .withMessageContaining("mars");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rig.system.act("warm-cache", Map.of("count", "no")))
          .withMessageContaining("count");
    }
  }

  @Test
  void faultsLeaveNothingBehind() {
    try (Rig rig =
        new Rig("cache", "local", "reads", "replica-with-fallback", "clicks", "sharded")) {
      List<String> before = wanted(rig);
      for (FaultKind kind : rig.system.design().faults()) {
        rig.fault(kind.name());
      }
      assertThat(wanted(rig)).isNotEqualTo(before);
      for (FaultKind kind : rig.system.design().faults()) {
        rig.system.stopFault(kind.name());
      }

      assertThat(rig.system.faults()).isEmpty();
      assertThat(wanted(rig)).isEqualTo(before);
      assertThat(rig.send(60, "redirect")).allMatch(reply -> reply.status() == 302);
      assertThat(rig.send(20, "create")).allMatch(reply -> reply.status() == 201);
      rig.change("keys", "snowflake", "snowflake-clock", "refuse");
      assertThat(rig.send(20, "create")).allMatch(reply -> reply.status() == 201);
    }
  }

  /// The links that visitors of one seed ask for.
  private static List<String> wanted(Rig rig) {
    CallSource source = rig.system.traffic("redirect", Map.of());
    RandomGenerator random = rig.world.dice().stream("visitors");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Call call = source.next(0, random);
      paths.add(call.path() + call.headers());
    }
    return paths;
  }

  @Test
  void aResetGivesTheFirstDayBack() {
    try (Rig rig = new Rig("guard", "none")) {
      String made = code(rig.create(Rig.TARGET));
      rig.createAlias("spring", "eu");
      rig.createAlias("spring", "us");
      rig.fault("store-slow", 5);
      rig.delete(rig.catalogue.code(0), "eu");

      rig.system.reset(Rig.levers("cache", "local"));

      assertThat(rig.system.faults()).isEmpty();
      assertThat(rig.follow(made).status()).isEqualTo(404);
      assertThat(rig.follow(rig.catalogue.code(0)).status()).isEqualTo(302);
      assertThat(rig.oracle("duplicateCodes")).isZero();
      assertThat(rig.gauge("links")).isEqualTo(Catalogue.SIZE);
      assertThat(rig.gauge("cacheEntries")).isEqualTo(1);
    }
  }

  @Test
  void switchingTheDesignUnderLoadLosesNoLinkAndNoClick() throws InterruptedException {
    List<Map<String, String>> designs =
        List.of(
            pairs("cache", "local", "single-flight", "on", "writes", "write-behind"),
            pairs("index", "off", "clicks", "batched", "keys", "snowflake"),
            pairs("index", "on", "guard", "unique-constraint", "writes", "synchronous"),
            pairs("clicks", "sharded", "keys", "block-counter", "pool-size", "4"),
            pairs("guard", "check-then-insert", "writes", "write-behind", "pool-size", "40"),
            pairs("cache", "off", "clicks", "batched", "keys", "random", "redirect", "301"));
    try (Rig rig = new Rig("batch-interval", "20")) {
      Map<String, String> acknowledged = new ConcurrentHashMap<>();
      AtomicBoolean over = new AtomicBoolean();
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String client = "?client=" + i + "&n=";
        tasks.add(() -> createUntil(over, rig, client, acknowledged));
      }
      tasks.add(() -> {
        for (Map<String, String> design : designs) {
          rig.system.change(design);
          int before = acknowledged.size();
          await().atMost(60, SECONDS).until(() -> acknowledged.size() > before + 40);
        }
        over.set(true);
        return designs.size();
      });
      Rig.together(tasks);

      rig.system.act("flush-writes", Map.of());

      assertThat(acknowledged).hasSizeGreaterThan(200);
      assertThat(rig.oracle("lostLinks")).isZero();
      assertThat(rig.oracle("lostClicks")).isZero();
      acknowledged.forEach((code, url) ->
          assertThat(rig.follow(code).headers()).as(code).containsEntry("Location", url));
    }
  }

  private static int createUntil(
      AtomicBoolean over, Rig rig, String client, Map<String, String> acknowledged)
      throws InterruptedException {
    int made = 0;
    while (!over.get()) {
      String url = Rig.TARGET + client + made;
      Reply reply = rig.create(url);
      if (reply.status() == 201) {
        acknowledged.put(code(reply), url);
        rig.follow(code(reply));
      }
      made++;
      rig.pause(1);
    }
    return made;
  }
}
