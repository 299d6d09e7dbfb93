package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design.Sheet;
import dev.hotseat.load.Run;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What the instruments of the orders service show.
@TestInstance(Lifecycle.PER_CLASS)
class SheetsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Rig rig = new Rig();

  @AfterAll
  void end() {
    rig.close();
  }

  @AfterEach
  void calm() throws InterruptedException {
    rig.calm();
  }

  @Test
  void everySheetOpensAsItIs() throws InterruptedException {
    for (Sheet sheet : rig.system.design().sheets()) {
      assertThat(rig.system.sheet(sheet.name(), Map.of()).columns()).as(sheet.name()).isNotEmpty();
    }
  }

  @Test
  void theThreadViewSaysWhatABusyThreadWaitsFor() throws InterruptedException {
    rig.scene().pricing().behave(new Downstream.Manners(1, 60_000_000_000L, 0, false));
    Run run = rig.coming("checkout", 20, 60);
    await()
        .atMost(LONG)
        .until(() ->
            rig.sheet("threads").stream()
                .anyMatch(line -> line.get(2).equals("waits for pricing")));
    run.stop();

    List<String> longest = rig.sheet("threads").getFirst();
    assertThat(longest.get(1)).isEqualTo("checkout");
    assertThat(rig.sheet("threads", "instance", longest.getFirst())).isNotEmpty();
  }

  @Test
  void theThreadViewShowsWhoWaitsWhileHoldingAConnection() throws InterruptedException {
    rig.fleet().run(new Version("9.0.0", Set.of(Trait.CALL_IN_TRANSACTION)));
    Run run = rig.coming("checkout", 60, 60);

    await()
        .atMost(LONG)
        .until(() ->
            rig.sheet("threads").stream()
                .anyMatch(line -> line.get(2).contains("holding a connection")));
    run.stop();
  }

  @Test
  void theBreakdownTellsASickInstanceAndATenantFromTheOthers() throws InterruptedException {
    rig.instance(3).cores().slow(40);
    Run run = rig.coming("mix", 60, 60);

    await()
        .atMost(LONG)
        .until(() -> {
          List<List<String>> lines = rig.sheet("breakdown", "by", "instance", "of", "checkout");
          return millis(lines.get(2).get(4)) > 2 * millis(lines.get(0).get(4))
              && millis(lines.get(0).get(4)) > 0;
        });
    run.stop();
    assertThat(rig.sheet("breakdown", "by", "tenant")).hasSize(Request.TENANTS.size());
    assertThat(rig.sheet("breakdown", "by", "zone")).hasSize(2);
    assertThat(rig.sheet("breakdown").stream().map(List::getFirst))
        .containsExactly("product", "orders", "checkout", "search");
  }

  @Test
  void theFleetShowsVersionsStatesAndPools() throws InterruptedException {
    rig.fleet().run(new Version("9.0.0", Set.of()));
    rig.act("drain", "instance", "orders.2");
    rig.act("resize-pool", "size", "7");

    await().atMost(LONG).until(() -> rig.sheet("fleet").getFirst().get(7).endsWith("/7"));
    List<List<String>> fleet = rig.sheet("fleet");
    assertThat(fleet.get(0)).contains("orders.1", "a", "serving", "9.0.0");
    assertThat(fleet.get(1)).contains("draining");
    assertThat(fleet.get(5)).contains("orders.6", "b", "spare");
  }

  @Test
  void changesAreThereWithWhoMadeThem() throws InterruptedException {
    Deploy deploy =
        rig.scene()
            .releases()
            .ship(Duration.ofMinutes(9), "a.person", "A change", "+ one line", Set.of());
    rig.act("resize-pool", "size", "7");
    rig.act("post-update", "audience", "customers", "text", "We are on it.");

    assertThat(rig.sheet("deploys").getFirst()).contains(deploy.id(), "a.person", "A change");
    assertThat(rig.system.sheet("deploys", Map.of("deploy", deploy.id())).text())
        .isEqualTo("+ one line");
    assertThat(rig.sheet("config").getFirst())
        .contains("pool.size", "20 connections", "7 connections", Operations.ON_CALL);
    assertThat(rig.sheet("audit").getFirst())
        .contains("post-update", "audience=customers", "Told customers: We are on it.");
    assertThat(rig.sheet("flags").stream().map(List::getFirst)).contains(Flags.LIST_PRICE);
  }

  @Test
  void thePauseLogShowsStopsAndWhatWasHeld() throws InterruptedException {
    rig.instance(2).lifetime().cache().keep("page", "x".repeat(2 << 20), Heap.BYTES_MAX);
    rig.instance(2).lifetime().heap().allocate(100 << 20);

    assertThat(rig.sheet("gc", "instance", "orders.2").getFirst()).contains("orders.2", "2.0 MB");
    assertThat(rig.sheet("gc", "instance", "orders.1"))
        .noneMatch(line -> line.contains("orders.2"));
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> rig.sheet("threads", "instance", "orders.9"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("?instance");
    assertThatThrownBy(() -> rig.sheet("deploys", "deploy", "d-1"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("?deploy");
  }

  private static double millis(String figure) {
    return figure.endsWith(" ms") ? Double.parseDouble(figure.replace(" ms", "")) : 0;
  }
}
