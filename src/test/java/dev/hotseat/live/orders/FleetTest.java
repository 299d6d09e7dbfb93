package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Rig.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.load.Run;
import dev.hotseat.load.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Instances behind the balancer, and what can be done with them.
@TestInstance(Lifecycle.PER_CLASS)
class FleetTest {
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
  void aDrainedInstanceGetsNoCallsAndLosesNone() throws InterruptedException {
    Run run = rig.coming("mix", 150, 4);
    await().atMost(LONG).until(() -> rig.instance(2).busy() > 0);

    rig.act("drain", "instance", "orders.2");

    RunResult result = run.await();
    assertThat(result.failures()).isZero();
    assertThat(served(40)).containsExactly("orders.1", "orders.3", "orders.4");
    rig.act("undrain", "instance", "orders.2");
    assertThat(served(40)).contains("orders.2");
  }

  @Test
  void aRestartCutsTheCallsOfOneInstanceAndForgetsWhatItsProcessKnew() throws InterruptedException {
    rig.instance(1).lifetime().cache().keep("page", "what was rendered once");
    rig.scene().payments().behave(new Downstream.Manners(1, 60_000_000_000L, 0, false));
    rig.set(Setting.PAYMENTS_TIMEOUT, 0);
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(rig::checkout);
    }
    calls.add(() -> {
      await()
          .atMost(LONG)
          .until(() -> rig.fleet().started().stream().allMatch(each -> each.busy() == 2));
      rig.act("restart", "instance", "orders.1");
      rig.scene().payments().behave(Downstream.Manners.USUAL);
      rig.act("restart", "instance", "orders.2");
      rig.act("restart", "instance", "orders.3");
      rig.act("restart", "instance", "orders.4");
      return Reply.json(200, "");
    });

    List<Reply> replies = Rig.together(calls);

    assertThat(Rig.count(replies, 502)).isEqualTo(8);
    assertThat(rig.instance(1).lifetime().cache().bytes()).isZero();
    await()
        .atMost(LONG)
        .until(() -> rig.fleet().all().stream().filter(Instance::takesCalls).count() == 4);
    assertThat(rig.checkout().status()).isEqualTo(201);
  }

  @Test
  void aRestartDoesNotMoveTheInstanceToABetterHost() throws InterruptedException {
    rig.instance(3).cores().slow(50);

    rig.act("restart", "instance", "orders.3");

    await().atMost(LONG).until(() -> rig.instance(3).takesCalls());
    long begun = rig.now();
    rig.instance(3).cores().compute(4_000_000);
    assertThat(rig.now() - begun).isGreaterThan(150_000_000L);
  }

  @Test
  void aSpareInstanceTakesItsShareOnceItIsAdded() throws InterruptedException {
    String done = rig.act("add-instance");

    assertThat(done).contains("orders.5");
    assertThat(served(50)).contains("orders.5");
    rig.act("add-instance");
    assertThatThrownBy(() -> rig.act("add-instance")).isInstanceOf(Refusal.class);
  }

  @Test
  void callsGoOnToTheNextWhereAProcessIsGone() throws InterruptedException {
    rig.act("restart", "instance", "orders.1");

    for (int i = 0; i < 12; i++) {
      assertThat(rig.product(3).status()).isEqualTo(200);
    }
  }

  @Test
  void aRollOutReplacesEveryProcessAndLosesNoCall() throws InterruptedException {
    Run run = rig.coming("mix", 150, 3);
    await().atMost(LONG).until(() -> rig.instance(2).busy() > 0);

    rig.fleet().run(new Version("9.0.0", Set.of()));

    assertThat(run.await().failures()).isZero();
    assertThat(rig.fleet().started().stream().map(each -> each.lifetime().version().name()))
        .containsOnly("9.0.0");
  }

  @Test
  void whatAProcessHoldsIsFreeWhenItEnds() throws InterruptedException {
    Instance first = rig.instance(1);
    var kit = rig.scene().kit();
    for (int i = 0; i < 3; i++) {
      first
          .lifetime()
          .keep(
              "kept",
              () -> {
                Object _ =
                    kit.store()
                        .query(
                            first.toPool(),
                            kit.errand("kept"),
                            connection -> {
                              rig.pause(3_600_000);
                              return "";
                            });
              });
    }
    await().atMost(LONG).until(() -> kit.occupancy("pool.1").inUse() == 3);

    rig.act("restart", "instance", "orders.1");

    await().atMost(LONG).until(() -> kit.occupancy("pool.1").inUse() == 0);
  }

  private Set<String> served(int calls) {
    Set<String> instances = new TreeSet<>();
    for (int i = 0; i < calls; i++) {
      instances.add(instance(rig.product(7)));
    }
    return instances;
  }
}
