package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.fault.FaultInForce;
import dev.hotseat.live.LiveSystem.LogQuery;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.telemetry.Readings;
import dev.hotseat.telemetry.Span;
import dev.hotseat.testing.Kiosk;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningSystemTest {
  private static final SystemLimits LIMITS = new SystemLimits(8, 400, 400, 50_000_000L, 1);
  private static final TraceQuery ALL = new TraceQuery("", false, 0, 100, false);

  private final World world = World.real(7);
  private final Kiosk kiosk = new Kiosk();
  private final LeverValues levers = LeverValues.initial(kiosk.design().levers());
  private final LiveSystem system =
      LiveSystems.of(List.of(kiosk), LIMITS).build(Kiosk.NAME, world, levers);

  @AfterEach
  void close() {
    system.close();
  }

  @Test
  void answersFromItsOwnStore() {
    Reply reply = system.handle(get("/items/7"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("\"item 7\"");
  }

  @Test
  void saysWhyAnOperationIsUnknown() {
    Reply reply = system.handle(get("/nowhere"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(why(reply).reason()).isEqualTo("no-such-operation");
  }

  @Test
  void translatesADuplicateKey() {
    Reply reply = system.handle(Call.post("/items/7", "", Map.of(), now()));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(why(reply))
        .extracting(Why::reason, Why::where)
        .containsExactly("duplicate-key", "app>store");
  }

  @Test
  void keepsTheStackOfABugInTheLogAndOutOfTheReply() {
    Reply reply = system.handle(get("/break"));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(why(reply).reason()).isEqualTo("bug");
    assertThat(reply.toString()).doesNotContain("planted", "dev.hotseat", ".java");
    String traceId = reply.headers().getOrDefault("X-Trace-Id", "");
    assertThat(system.logs(new LogQuery("planted", "ERROR", traceId, Long.MAX_VALUE, 10)))
        .singleElement()
        .satisfies(line -> assertThat(line.message()).contains("IllegalStateException"));
  }

  @Test
  void tracesEveryHopInTheOrderInWhichItBegan() {
    system.handle(get("/items/7"));

    assertThat(system.traces(ALL))
        .singleElement()
        .satisfies(trace -> {
          assertThat(trace.operation()).isEqualTo("read");
          assertThat(trace.region()).isEqualTo("eu");
          assertThat(trace.spans())
              .extracting(Span::hop)
              .containsExactly("client>app", "app>store");
          assertThat(trace.spans().getFirst().durationNanos())
              .isGreaterThanOrEqualTo(trace.spans().getLast().durationNanos())
              .isLessThanOrEqualTo(trace.durationNanos());
        });
  }

  @Test
  void takesTheTraceIdOfTheClient() {
    String id = "4bf92f3577b34da6a3ce929d0e0e4736";

    system.handle(
        new Call(
            "GET",
            "/items/7",
            Map.of(),
            Map.of(),
            "",
            now(),
            Patience.ENDLESS,
            "00-" + id + "-00f067aa0ba902b7-01"));

    assertThat(system.trace(id)).isPresent();
  }

  @Test
  void countsTheRegionAndTheWhole() {
    system.handle(get("/items/7"));
    system.handle(Call.get("/items/8", Map.of("x-region", "us"), now()));

    Readings readings = system.second();

    double both = readings.number("rate/read").orElseThrow();
    assertThat(readings.number("rate/read@us").orElseThrow() * 2).isCloseTo(both, within());
    assertThat(readings.number("rate/app>store").orElseThrow()).isCloseTo(both, within());
    assertThat(readings.number("goodput/read").orElseThrow()).isCloseTo(both, within());
    assertThat(readings.number("size/store").orElseThrow()).isEqualTo(4);
  }

  @Test
  void tellsWorkForClientsWhoLeftFromGoodput() {
    system.handle(
        new Call(
            "GET",
            "/items/7",
            Map.of(),
            Map.of(),
            "",
            now() - 2_000_000,
            new Patience("interactive", 1_000_000),
            ""));

    Readings readings = system.second();

    assertThat(readings.number("rate/read").orElseThrow()).isPositive();
    assertThat(readings.number("goodput/read").orElseThrow()).isZero();
    assertThat(readings.number("wasted/read").orElseThrow()).isPositive();
    assertThat(readings.number("errors/read").orElseThrow()).isZero();
  }

  @Test
  void showsItsSheetsToldWhatIsUsualAndCutToWhatAPersonReads() throws InterruptedException {
    Listing shelf = system.sheet("shelf", Map.of());

    assertThat(shelf.rows().getFirst()).containsExactly("1", "item 1");
    assertThat(shelf.rows()).hasSize(Listing.ROWS_MAX);
    assertThat(shelf.truncated()).isTrue();
    assertThat(system.sheet("shelf", Map.of("from", "7")).rows().getFirst().getFirst())
        .isEqualTo("7");
    assertThat(system.sheet("clerks", Map.of()).text()).contains("Ann");
  }

  @Test
  void refusesASheetThatIsNoneAndWhatOneIsNotTold() {
    assertThatThrownBy(() -> system.sheet("shelves", Map.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("one of clerks, shelf");
    assertThatThrownBy(() -> system.sheet("shelf", Map.of("from", "0")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("?from"));
    assertThatThrownBy(() -> system.sheet("clerks", Map.of("from", "1")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void saysThatASheetIsBrokenAndKeepsTheStackInItsLog() throws InterruptedException {
    assertThat(system.sheet("shelf", Map.of("from", "13")).text()).contains("broken");
    assertThat(system.logs(new LogQuery("planted for tests", "", "", Long.MAX_VALUE, 5)))
        .isNotEmpty();
  }

  @Test
  void showsItsJobsUntilItIsReset() throws InterruptedException {
    system.act("tidy", Map.of());

    assertThat(system.jobs()).extracting(Jobs.Standing::name).containsExactly("tidying");

    system.reset(levers);

    assertThat(system.jobs()).isEmpty();
  }

  @Test
  void refusesWhoFindsNoSlotInTimeAndServesAgainAfterwards() throws InterruptedException {
    system.change(Map.of("pool", "1"));
    Thread holder = Thread.ofVirtual().start(() -> system.handle(get("/hold")));
    await().until(() -> system.second().number("inUse/store").orElse(0) == 1);

    Reply refused = system.handle(get("/items/7"));
    system.act("restock", Map.of());
    holder.join();

    assertThat(refused.status()).isEqualTo(503);
    assertThat(why(refused).reason()).isEqualTo("pool-wait");
    assertThat(system.handle(get("/items/7")).status()).isEqualTo(200);
    assertThat(system.second().number("inUse/store").orElseThrow()).isZero();
  }

  @Test
  void refusesMoreCallsThanItMayHaveInFlight() throws InterruptedException {
    system.change(Map.of("pool", "64"));
    List<Thread> holders = new ArrayList<>();
    for (int i = 0; i < LIMITS.callsInFlight(); i++) {
      holders.add(Thread.ofVirtual().start(() -> system.handle(get("/hold"))));
    }
    await().until(() -> system.second().number("inUse/store").orElse(0) == 8);

    Reply refused = system.handle(get("/items/7"));
    system.act("restock", Map.of());
    for (Thread holder : holders) {
      holder.join();
    }

    assertThat(refused.status()).isEqualTo(503);
    assertThat(why(refused).reason()).isEqualTo("overload");
    assertThat(system.handle(get("/items/7")).status()).isEqualTo(200);
  }

  @Test
  void slowsDownAndRecoversAtOnce() throws InterruptedException {
    system.startFault("store-slow", OptionalDouble.of(5_000));
    Thread slowed = Thread.ofVirtual().start(() -> system.handle(get("/items/7")));
    await().until(() -> system.second().number("inUse/store").orElse(0) == 1);

    system.stopFault("store-slow");

    assertThat(slowed.join(java.time.Duration.ofSeconds(2))).isTrue();
    assertThat(system.faults()).isEmpty();
  }

  @Test
  void takesLongerByTheIntensityOfASlowFault() {
    system.startFault("store-slow", OptionalDouble.of(80));

    system.handle(get("/items/7"));

    assertThat(system.traces(ALL).getFirst().durationNanos()).isGreaterThanOrEqualTo(80_000_000L);
  }

  @Test
  void failsAShareOfCrossingsWithTheReasonOfTheFault() {
    system.startFault("store-flaky", OptionalDouble.of(0.3));
    int failed = 0;
    for (int i = 0; i < 1_000; i++) {
      Reply reply = system.handle(get("/items/7"));
      failed += reply.why().filter(why -> why.reason().equals("flaky")).isPresent() ? 1 : 0;
    }

    assertThat(failed).isBetween(230, 370);
  }

  @Test
  void waitsOutItsPatienceAtACutHop() {
    system.startFault("store-cut", OptionalDouble.empty());

    Reply reply = system.handle(get("/items/7"));

    assertThat(reply.status()).isEqualTo(504);
    assertThat(why(reply).reason()).isEqualTo("unreachable");
    assertThat(system.traces(ALL).getFirst().durationNanos()).isGreaterThanOrEqualTo(100_000_000L);
  }

  @Test
  void letsTheServiceSufferItsOwnFaults() {
    FaultInForce begun = system.startFault("grumpy", OptionalDouble.empty());
    Reply during = system.handle(get("/items/7"));
    system.stopFault("grumpy");

    assertThat(begun.intensity()).isEqualTo(1);
    assertThat(why(during).reason()).isEqualTo("grumpy");
    assertThat(system.handle(get("/items/7")).status()).isEqualTo(200);
  }

  @Test
  void refusesAFaultItDoesNotKnowOrThatIsTooStrong() {
    assertThatThrownBy(() -> system.startFault("nonesuch", OptionalDouble.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("store-slow");
    assertThatThrownBy(() -> system.startFault("store-slow", OptionalDouble.of(9_000)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("1.0..5000.0 ms");
    assertThatThrownBy(() -> system.startFault("store-slow", OptionalDouble.of(Double.NaN)))
        .isInstanceOf(Refusal.class);
    assertThat(system.faults()).isEmpty();
  }

  @Test
  void changesNothingWhenALeverIsRefused() {
    assertThatThrownBy(() -> system.change(Map.of("pool", "65", "polite", "on")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("1..64 slots");
    assertThatThrownBy(() -> system.change(Map.of("poool", "3"))).isInstanceOf(Refusal.class);

    assertThat(system.levers().all()).isEqualTo(levers.all());
    assertThat(system.second().number("size/store").orElseThrow()).isEqualTo(4);
  }

  @Test
  void refusesActionsAndTrafficItDoesNotKnow() {
    assertThatThrownBy(() -> system.act("dance", Map.of())).hasMessageContaining("restock");
    assertThatThrownBy(() -> system.traffic("dancing", Map.of())).hasMessageContaining("reading");
  }

  @Test
  void forgetsItsDataAndFaultsOnReset() {
    system.handle(Call.post("/items/5000", "", Map.of(), now()));
    system.startFault("grumpy", OptionalDouble.empty());
    assertThat(system.handle(get("/items/5000")).status()).isEqualTo(503);

    system.reset(levers.with(Map.of("pool", "2")));

    assertThat(system.faults()).isEmpty();
    assertThat(system.handle(get("/items/5000")).status()).isEqualTo(404);
    assertThat(system.handle(get("/items/7")).status()).isEqualTo(200);
    assertThat(system.second().number("size/store").orElseThrow()).isEqualTo(2);
  }

  @Test
  void answersNobodyAfterItsEnd() {
    system.close();

    Reply reply = system.handle(get("/items/7"));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(why(reply).reason()).isEqualTo("closed");
  }

  @Test
  void readsGaugesOraclesAndSeries() {
    await().until(() -> system.second().number("gauge/ticksOfBackground").orElse(0) > 2);

    assertThat(system.second().number("oracle/lostItems")).hasValue(0);
    assertThat(system.series("gauge/ticksOfBackground", 60).points()).hasSizeGreaterThan(1);
  }

  private Call get(String path) {
    return Call.get(path, Map.of(), now());
  }

  private long now() {
    return world.ticks().nanos();
  }

  private static Why why(Reply reply) {
    return reply.why().orElseThrow();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }
}
