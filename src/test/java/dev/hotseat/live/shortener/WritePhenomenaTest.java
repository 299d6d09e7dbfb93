package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.Rig.code;
import static dev.hotseat.live.shortener.Rig.count;
import static dev.hotseat.live.shortener.Rig.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What becomes of links and clicks on their way to the store.
class WritePhenomenaTest {

  @Nested
  class WhenFiftyWantOneAlias {
    @Test
    void aCheckBeforeTheInsertLetsSeveralWin() {
      try (Rig rig = new Rig("guard", "check-then-insert")) {
        List<Reply> replies = race(rig);

        assertThat(count(replies, 201)).isGreaterThanOrEqualTo(2);
        assertThat(rig.oracle("aliasDoubleWinners")).isEqualTo(count(replies, 201) - 1);
      }
    }

    @Test
    void aConstraintLetsOneWin() {
      try (Rig rig = new Rig("guard", "unique-constraint")) {
        List<Reply> replies = race(rig);

        assertThat(count(replies, 201)).isEqualTo(1);
        assertThat(count(replies, 409)).isEqualTo(49);
        assertThat(rig.oracle("aliasDoubleWinners")).isZero();
      }
    }

    private List<Reply> race(Rig rig) {
      return Rig.together(50, () -> rig.createAlias("spring", "us"));
    }
  }

  @Nested
  class WhenAnAppNodeDies {
    @Test
    void bufferedLinksAreGoneAndCounted() throws InterruptedException {
      try (Rig rig = new Rig("writes", "write-behind", "batch-interval", "10000")) {
        List<String> written = made(rig, 120);
        rig.system.act("flush-writes", Map.of());
        List<String> waiting = made(rig, 80);
        assertThat(rig.gauge("writesBuffered")).isEqualTo(80);

        rig.fault("app-crash");

        assertThat(rig.oracle("lostLinks")).isEqualTo(80);
        assertThat(waiting).allMatch(code -> rig.follow(code).status() == 404);
        assertThat(written).allMatch(code -> rig.follow(code).status() == 302);
      }
    }

    @Test
    void nothingIsGoneIfOnlyWhatIsStoredWasAcknowledged() {
      try (Rig rig = new Rig("writes", "synchronous")) {
        List<String> made = made(rig, 100);

        rig.fault("app-crash");

        assertThat(rig.oracle("lostLinks")).isZero();
        assertThat(made).allMatch(code -> rig.follow(code).status() == 302);
      }
    }

    @Test
    void bufferedClicksAreGoneAndCounted() throws InterruptedException {
      try (Rig rig = new Rig("clicks", "batched", "batch-interval", "10000")) {
        rig.send(100, "redirect", "region", "eu");
        rig.system.act("flush-writes", Map.of());
        rig.send(40, "redirect", "region", "eu");

        rig.fault("app-crash");

        assertThat(rig.oracle("lostClicks")).isEqualTo(40);
        assertThat(rig.gauge("clicksShown")).isEqualTo(100);
      }
    }

    @Test
    void countingEachClickInTheStoreLosesNone() {
      try (Rig rig = new Rig("clicks", "row-update")) {
        rig.send(50, "redirect", "region", "eu");

        rig.fault("app-crash");

        assertThat(rig.oracle("lostClicks")).isZero();
      }
    }
  }

  @Test
  void aBufferedLinkWithATakenCodeIsLostWhenItIsWritten() throws InterruptedException {
    try (Rig rig =
        new Rig(
            "writes", "write-behind", "guard", "unique-constraint", "batch-interval", "10000")) {
      rig.createAlias("spring", "eu");
      rig.createAlias("spring", "us");
      rig.createAlias("summer", "us");

      rig.system.act("flush-writes", Map.of());

      assertThat(rig.oracle("duplicateCodes")).isEqualTo(1);
      assertThat(rig.oracle("lostLinks")).isEqualTo(1);
      assertThat(rig.follow("spring").headers().getOrDefault("Location", "")).endsWith("by=eu");
      assertThat(rig.follow("summer").status()).isEqualTo(302);
    }
  }

  @Test
  void aNodeFindsWhatItHasNotWrittenYet() {
    try (Rig rig = new Rig("writes", "write-behind", "batch-interval", "10000")) {
      String code = code(rig.create(Rig.TARGET));

      assertThat(rig.follow(code, "eu").status()).isEqualTo(302);
      assertThat(rig.follow(code, "us").status()).isEqualTo(404);
    }
  }

  @Test
  void creationsGoOnWithoutTheStoreIfTheyAreBuffered() {
    try (Rig rig =
        new Rig("writes", "write-behind", "guard", "unique-constraint", "batch-interval", "20")) {
      rig.fault("store-down");
      List<String> made = made(rig, 50);
      assertThat(rig.gauge("writesBuffered")).isEqualTo(50);

      rig.system.stopFault("store-down");

      await().until(() -> rig.gauge("writesBuffered") == 0);
      assertThat(rig.oracle("lostLinks")).isZero();
      assertThat(made).allMatch(code -> rig.follow(code, "ap").status() == 302);
    }
  }

  @Test
  void creationsFailWithoutTheStoreIfTheyAreNot() {
    try (Rig rig = new Rig("writes", "synchronous")) {
      rig.fault("store-down");

      Reply reply = rig.create(Rig.TARGET);

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reason(reply)).isEqualTo("store-down");
    }
  }

  @Nested
  class WhenTheWorldFollowsOneLink {
    @Test
    void aRowPerLinkIsOneLineForAllOfThem() {
      try (Rig rig = new Rig("cache", "local", "clicks", "row-update")) {
        double rowPerSecond = visitsPerSecond(rig);
        rig.change("clicks", "sharded");
        double shardedPerSecond = visitsPerSecond(rig);
        rig.change("clicks", "batched");
        double batchedPerSecond = visitsPerSecond(rig);

        double heldSeconds = 0.002;
        assertThat(rowPerSecond).isLessThan(1.1 / heldSeconds);
        assertThat(shardedPerSecond).isGreaterThan(2.5 * rowPerSecond);
        assertThat(batchedPerSecond).isGreaterThan(10 * rowPerSecond);
      }
    }

    @Test
    void aSlowSinkHoldsTheRowForLonger() {
      try (Rig rig = new Rig("cache", "local", "clicks", "row-update")) {
        double before = visitsPerSecond(rig);
        rig.fault("clicks-slow", 20);
        double during = visitsPerSecond(rig);

        assertThat(during).isLessThan(0.4 * before);
      }
    }

    /// Sixteen visitors who follow the hot link again as soon as they are sent on.
    private double visitsPerSecond(Rig rig) {
      rig.follow(rig.catalogue.hot());
      long startNanos = rig.now();
      long untilNanos = startNanos + 700_000_000L;
      List<Integer> visits =
          Rig.together(
              16,
              () -> {
                int done = 0;
                while (rig.now() < untilNanos) {
                  done += rig.follow(rig.catalogue.hot()).status() == 302 ? 1 : 0;
                }
                return done;
              });
      return visits.stream().mapToInt(n -> n).sum() * 1e9 / (rig.now() - startNanos);
    }
  }

  @Nested
  class WhenTheClickSinkIsDown {
    @Test
    void visitorsAreTurnedAwayIfTheyHaveToBeCountedFirst() {
      try (Rig rig = new Rig("clicks", "row-update")) {
        rig.fault("clicks-down");

        assertThat(reason(rig.follow(rig.catalogue.code(0)))).isEqualTo("clicks-down");
      }
    }

    @Test
    void visitorsNoticeNothingIfTheyAreCountedLater() {
      try (Rig rig = new Rig("clicks", "batched", "batch-interval", "20")) {
        rig.fault("clicks-down");
        assertThat(rig.send(50, "redirect", "region", "eu")).allMatch(r -> r.status() == 302);
        assertThat(rig.gauge("clicksBuffered")).isEqualTo(50);

        rig.system.stopFault("clicks-down");

        await().until(() -> rig.gauge("clicksShown") == 50);
        assertThat(rig.oracle("lostClicks")).isZero();
      }
    }
  }

  @Test
  void aConstraintPutOnLateThrowsTheLaterLinkOut() {
    try (Rig rig = new Rig("guard", "none")) {
      rig.createAlias("spring", "eu");
      rig.createAlias("spring", "us");

      rig.change("guard", "unique-constraint");

      assertThat(rig.oracle("lostLinks")).isEqualTo(1);
      assertThat(rig.follow("spring").headers().getOrDefault("Location", "")).endsWith("by=eu");
    }
  }

  private static List<String> made(Rig rig, int links) {
    return rig.send(links, "create", "region", "eu").stream().map(Rig::code).toList();
  }
}
