package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.migration.Steps.State;
import dev.hotseat.live.migration.Steps.Step;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private static final int ROWS = 8_000;
  private static final long QUICK = 0;
  private static final long SLOW = 1_000;
  private static final String SHADOWS =
      "information_schema.tables WHERE table_name LIKE 'CUSTOMERS_NEW_%'";

  private final World world = World.real(5);
  private final Steps steps = new Steps(world);
  private final Errands errands = Ground.errands(steps);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private Ground ground;
  private Tools tools;
  private Moves moves;
  private Cancellation cancellation;
  private WayBack wayBack;

  @BeforeEach
  void twoTables() throws InterruptedException {
    ground = Ground.withNewTable(world, ROWS);
    tools = ground.tools(new WriteGate(world));
    moves = ground.moves(tools, errands);
    cancellation = new Cancellation(errands, tools);
    wayBack =
        new WayBack(
            tools,
            ground.layout,
            errands,
            cancellation,
            steps,
            release -> "All run " + release.text() + ".",
            () -> "reads-from-new 0");
    pace(QUICK);
  }

  @AfterEach
  void end() {
    letGo.countDown();
    ground.close();
  }

  @Test
  void nothingOfACopyInOneTransactionIsKept() throws InterruptedException {
    holdCustomer(7_000);
    begun("one-big-update");
    await(() -> tools.bigCopy().progress().done() == 5_000);

    String said = cancellation.last();

    assertThat(said).isEqualTo("one-big-update was cancelled. Nothing of it was kept.");
    assertThat(ground.count("customers_new")).isZero();
    assertThat(lastStep().state()).isEqualTo(State.FAILED);
    assertThat(lastStep().did()).isEqualTo("It was cancelled.");
    assertThat(tools.bigCopy().progress().state()).isEqualTo(Progress.State.FAILED);
  }

  @Test
  void goingBackFromACopyInOneTransactionCancelsItWhileItIsUnderWay() throws InterruptedException {
    holdCustomer(7_000);
    begun("one-big-update");
    await(() -> tools.bigCopy().progress().done() == 5_000);

    wayBack.backOneStep();

    assertThat(lastStep().state()).isEqualTo(State.UNDONE);
    assertThat(lastStep().did()).contains("Nothing of it was kept");
    assertThat(errands.names()).isEmpty();
    assertThat(ground.count("customers_new")).isZero();
  }

  @Test
  void aBackfillStopsAndGoesOnFromItsCheckpoint() throws InterruptedException {
    pace(SLOW);
    begun("start-backfill");
    await(() -> tools.backfill().copied() > 0);

    String said = cancellation.last();
    long copied = ground.count("customers_new");
    pace(QUICK);
    begun("resume-backfill");
    await(() -> errands.underWay() == 0);

    assertThat(said).contains("resume-backfill goes on from the last checkpoint");
    assertThat(copied).isBetween(1L, ROWS - 1L);
    assertThat(tools.backfill().progress().state()).isEqualTo(Progress.State.DONE);
    assertThat(tools.backfill().copied()).isEqualTo(ROWS);
  }

  @Test
  void theShadowOfATableGoesAndMayComeAgain() throws InterruptedException {
    begun("start-backfill");
    await(() -> errands.underWay() == 0);
    pace(SLOW);
    begun("create-shadow-index");
    await(() -> tools.shadowIndex().progress().done() > 0);

    cancellation.last();
    long shadows = ground.count(SHADOWS);
    ground.run("UPDATE customers_new SET email = 'a', version = version + 1 WHERE id = 1");
    pace(QUICK);
    begun("create-shadow-index");
    await(() -> errands.underWay() == 0);

    assertThat(shadows).isZero();
    assertThat(lastStep().state()).isEqualTo(State.DONE);
    assertThat(ground.moved(1).orElseThrow().email()).isEqualTo("a");
  }

  @Test
  void goingBackFromAShadowDropsItWhileItIsFilled() throws InterruptedException {
    begun("start-backfill");
    await(() -> errands.underWay() == 0);
    pace(SLOW);
    begun("create-shadow-index");
    await(() -> tools.shadowIndex().progress().done() > 0);

    wayBack.backOneStep();

    assertThat(lastStep().state()).isEqualTo(State.UNDONE);
    assertThat(ground.count(SHADOWS)).isZero();
    assertThat(
            ground.door().<Boolean>on(connection -> Schema.hasIndex(connection, Schema.NEW_INDEX)))
        .isFalse();
  }

  @Test
  void aRepairThatWaitsForSomebodyEndsAndWhoWasPutRightStaysSo() throws InterruptedException {
    begun("verify");
    await(() -> errands.underWay() == 0);
    holdCustomer(50);
    begun("repair-mismatches");
    await(() -> tools.repair().progress().done() == 49);

    String said = cancellation.last();

    assertThat(said).contains("Who had been put right already stays so");
    assertThat(ground.count("customers_new")).isEqualTo(49);
  }

  @Test
  void thereMustBeSomethingToCancel() {
    assertThatThrownBy(cancellation::last)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nothing under way");
  }

  private void pace(long rowsPerSecond) {
    tools.change(new Pacing(rowsPerSecond, 500, false, true, true, 0), 0);
  }

  private Step lastStep() {
    return steps.all().getLast();
  }

  /// Orders something, and goes on without its answer.
  private void begun(String action) {
    Thread order =
        Thread.ofVirtual()
            .start(() -> {
              try {
                moves.act(action, Map.of());
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    await(() -> errands.underWay(action) || !order.isAlive());
  }

  /// Somebody changes a customer and does not commit.
  private void holdCustomer(int id) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> hold(id, held));
    assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private void hold(int id, CountDownLatch held) {
    try {
      ground
          .door()
          .inTransaction(connection -> {
            Schema.run(connection, "UPDATE customers SET version = version + 1 WHERE id = " + id);
            held.countDown();
            letGo.await();
            return id;
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(1))
        .until(condition);
  }
}
