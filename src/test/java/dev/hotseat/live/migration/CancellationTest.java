package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Store;
import dev.hotseat.live.migration.Steps.State;
import dev.hotseat.live.migration.Steps.Step;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  void aCopyInOneTransactionEndsAfterTheStretchItIsInAndNothingOfItIsKept()
      throws InterruptedException {
    bigCopyThatWaits();

    String said = cancellation.cancel(Cancellation.LAST);
    letGo.countDown();
    awaitNothingUnderWay();

    assertThat(said).contains("ends after the stretch it is in");
    assertThat(ground.count("customers_new")).isZero();
    assertThat(lastStep().state()).isEqualTo(State.CANCELLED);
    assertThat(lastStep().did()).isEqualTo("Cancelled by whoever is on call.");
    assertThat(tools.bigCopy().bar().now().state()).isEqualTo(Progress.State.CANCELLED);
    assertThat(tools.gauges()).containsEntry("bigCopyCancelled", 1.0);
  }

  @Test
  void whoComesAfterItWaitsForLocksAsUsual() throws InterruptedException {
    bigCopyThatWaits();
    cancellation.cancel(Cancellation.LAST);
    letGo.countDown();
    awaitNothingUnderWay();

    List<Long> patience = new ArrayList<>();
    for (int each = 0; each < 20; each++) {
      patience.add(ground.door().on(connection -> Schema.one(connection, "CALL LOCK_TIMEOUT()")));
    }

    assertThat(patience).containsOnly((long) Store.LOCK_WAIT_MILLIS);
  }

  @Test
  void nothingIsCalledUndoneBeforeItHasEnded() throws InterruptedException {
    bigCopyThatWaits();

    String said = wayBack.backOneStep();
    State meanwhile = lastStep().state();
    letGo.countDown();
    awaitNothingUnderWay();

    assertThat(said).contains("go back once more");
    assertThat(meanwhile).isEqualTo(State.RUNNING);
    assertThat(lastStep().state()).isEqualTo(State.CANCELLED);
    assertThat(ground.count("customers_new")).isZero();
  }

  @Test
  void goingBackFromABackfillCancelsIt() throws InterruptedException {
    slowBackfill();

    String said = wayBack.backOneStep();

    assertThat(said).startsWith("start-backfill was cancelled. What is copied stays");
    assertThat(lastStep().state()).isEqualTo(State.UNDONE);
    assertThat(errands.names()).isEmpty();
  }

  @Test
  void aBackfillStopsAndGoesOnFromItsCheckpoint() throws InterruptedException {
    slowBackfill();

    String said = cancellation.cancel(Cancellation.LAST);
    long copied = ground.count("customers_new");
    pace(QUICK);
    begun("resume-backfill");
    awaitNothingUnderWay();

    assertThat(said).contains("resume-backfill goes on from the checkpoint");
    assertThat(copied).isBetween(1L, ROWS - 1L);
    assertThat(steps.all().getFirst().did()).isEqualTo("Cancelled by whoever is on call.");
    assertThat(tools.backfill().progress().state()).isEqualTo(Progress.State.DONE);
    assertThat(tools.backfill().copied()).isEqualTo(ROWS);
  }

  @Test
  void aBackfillThatIsPausedIsCancelledToo() throws InterruptedException {
    slowBackfill();
    tools.backfill().pause();
    await(() -> tools.backfill().progress().state() == Progress.State.PAUSED);

    assertThat(cancellation.cancel(Cancellation.LAST)).startsWith("start-backfill was cancelled.");
    assertThat(tools.backfill().underWay()).isFalse();
  }

  @Test
  void theShadowOfATableGoesAndMayComeAgain() throws InterruptedException {
    slowShadow();

    String said = cancellation.cancel(Cancellation.LAST);
    long shadows = ground.count(SHADOWS);
    ground.run("UPDATE customers_new SET email = 'a', version = version + 1 WHERE id = 1");
    pace(QUICK);
    begun("create-shadow-index");
    awaitNothingUnderWay();

    assertThat(said).isEqualTo("create-shadow-index was cancelled. The shadow is dropped.");
    assertThat(shadows).isZero();
    assertThat(lastStep().state()).isEqualTo(State.DONE);
    assertThat(ground.moved(1).orElseThrow().email()).isEqualTo("a");
    assertThat(indexed(Schema.NEW_INDEX)).isTrue();
  }

  @Test
  void goingBackFromAShadowThatIsFilledLeavesTheIndexesOfOthers() throws InterruptedException {
    ground.run("CREATE INDEX " + Schema.COUNTRY_INDEX + " ON customers (country)");
    slowShadow();

    wayBack.backOneStep();

    assertThat(lastStep().state()).isEqualTo(State.UNDONE);
    assertThat(ground.count(SHADOWS)).isZero();
    assertThat(indexed(Schema.COUNTRY_INDEX)).isTrue();
  }

  @Test
  void aRepairThatWaitsForSomebodyEndsAndWhoWasPutRightStaysSo() throws InterruptedException {
    begun("verify");
    awaitNothingUnderWay();
    holdCustomer(50);
    begun("repair-mismatches");
    await(() -> tools.repair().bar().now().done() == 49);

    cancellation.cancel(Cancellation.LAST);
    awaitNothingUnderWay();

    assertThat(lastStep().did()).isEqualTo("Cancelled by whoever is on call.");
    assertThat(ground.count("customers_new")).isEqualTo(49);
  }

  @Test
  void whatCannotBeCancelledIsNotPassedOver() throws InterruptedException {
    slowBackfill();
    rollThatWaits();

    assertThatThrownBy(() -> cancellation.cancel(Cancellation.LAST))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("start-backfill, roll-instances v2");
    assertThatThrownBy(wayBack::backOneStep)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("roll-instances v2");
    assertThat(tools.backfill().underWay()).isTrue();
    assertThat(cancellation.cancel("start-backfill")).startsWith("start-backfill was cancelled.");
  }

  @Test
  void whatHasEndedIsTooLateToCancel() throws InterruptedException {
    begun("start-backfill");
    awaitNothingUnderWay();

    assertThat(cancellation.of("start-backfill")).isEqualTo(Cancellation.Ending.TOO_LATE);
    assertThat(tools.backfill().progress().state()).isEqualTo(Progress.State.DONE);
  }

  @Test
  void thereMustBeSomethingToCancel() {
    assertThatThrownBy(() -> cancellation.cancel(Cancellation.LAST))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("with nothing under way");
  }

  private void bigCopyThatWaits() throws InterruptedException {
    holdCustomer(7_000);
    begun("one-big-update");
    await(() -> tools.bigCopy().bar().now().done() == 5_000);
  }

  private void slowBackfill() {
    pace(SLOW);
    begun("start-backfill");
    await(() -> tools.backfill().copied() > 0);
  }

  private void slowShadow() {
    begun("start-backfill");
    awaitNothingUnderWay();
    pace(SLOW);
    begun("create-shadow-index");
    await(() -> tools.shadowIndex().bar().now().done() > 0);
  }

  private void rollThatWaits() {
    Thread.ofVirtual()
        .start(() -> {
          try {
            errands.step(
                "roll-instances v2",
                () -> {
                  letGo.await();
                  return "All run v2.";
                });
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    await(() -> errands.underWay("roll-instances v2"));
  }

  private boolean indexed(String index) throws InterruptedException {
    return ground.door().<Boolean>on(connection -> Schema.hasIndex(connection, index));
  }

  private void awaitNothingUnderWay() {
    await(() -> errands.underWay() == 0);
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
