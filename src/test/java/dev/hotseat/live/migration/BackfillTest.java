package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.live.Kit;
import dev.hotseat.live.migration.Progress.State;
import dev.hotseat.world.World;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillTest {
  private static final int ROWS = 10_000;
  private static final int BATCH = 500;
  private static final Pacing RIGHT = new Pacing(0, BATCH, false, true, true, 0);

  private Ground ground;

  @BeforeEach
  void anOldTableAndAnEmptyNewOne() throws InterruptedException {
    ground = Ground.withNewTable(World.real(3), ROWS);
  }

  @AfterEach
  void end() {
    ground.close();
  }

  @Test
  void copiesEveryCustomerThatTheRulesCanConvertAndListsTheOthers() throws InterruptedException {
    Backfill backfill = ground.backfill(RIGHT);

    backfill.runFromStart();

    long refused = ground.count("conversion_refused");
    assertThat(backfill.progress().state()).isEqualTo(State.DONE);
    assertThat(backfill.copied()).isEqualTo(ROWS);
    assertThat(refused).isPositive();
    assertThat(ground.count(Schema.NEW)).isEqualTo(ROWS - refused);
    assertThat(ground.verified("full").differing()).containsOnlyKeys(Mismatch.Kind.MISSING);
    assertThat(ground.told.rows).hasValue(ROWS - refused);
  }

  @ParameterizedTest
  @CsvSource({"false, 0.4", "true, 0.4", "false, 0.01", "false, 0.99"})
  void diesInAChunkAndResumesAtTheOneThatWasNotCommitted(boolean byRandom, double share)
      throws InterruptedException {
    Backfill backfill = ground.backfill(new Pacing(0, BATCH, byRandom, true, true, 0));
    backfill.dieAt(share);

    backfill.runFromStart();
    State after = backfill.progress().state();
    long before = ground.count(Schema.NEW) + ground.count("conversion_refused");
    backfill.runFromCheckpoint();

    assertThat(after).isEqualTo(State.DEAD);
    assertThat(before).isBetween((long) (share * ROWS) - BATCH, (long) (share * ROWS));
    assertThat(backfill.copied()).isEqualTo(ROWS);
    assertThat(notCopied()).isEqualTo(ground.count("conversion_refused"));
  }

  @Test
  void beginsAgainWithoutACheckpointAndYetWritesNothingTwice() throws InterruptedException {
    Backfill backfill = ground.backfill(new Pacing(0, BATCH, false, true, false, 0));
    backfill.dieAt(0.6);

    backfill.runFromStart();
    backfill.runFromCheckpoint();

    assertThat(backfill.copied()).isGreaterThan((long) (1.5 * ROWS));
    assertThat(backfill.written()).isEqualTo(ROWS - ground.count("conversion_refused"));
  }

  @Test
  void leavesANewerRowAloneWithTheVersionCheck() throws InterruptedException {
    ground.run("INSERT INTO customers_new VALUES (7, 'New', 'er', 'n@x', 1, 'EUR', 'DE', 2)");

    ground.backfill(RIGHT).runFromStart();

    assertThat(ground.moved(7)).hasValueSatisfying(row -> assertThat(row.version()).isEqualTo(2));
  }

  @Test
  void overwritesANewerRowWithoutIt() throws InterruptedException {
    ground.run("INSERT INTO customers_new VALUES (7, 'New', 'er', 'n@x', 1, 'EUR', 'DE', 2)");

    ground.backfill(new Pacing(0, BATCH, false, false, true, 0)).runFromStart();

    assertThat(ground.moved(7)).hasValueSatisfying(row -> assertThat(row.version()).isEqualTo(1));
  }

  @Test
  void waitsForARowThatSomebodyIsJustWritingAndThenGivesWay() throws InterruptedException {
    Backfill backfill = ground.backfill(RIGHT);

    Thread copying =
        ground
            .door()
            .inTransaction(connection -> {
              Schema.run(
                  connection,
                  "INSERT INTO customers_new VALUES (7, 'New', 'er', 'n@x', 1, 'EUR', 'DE', 2)");
              Thread thread = inBackground(backfill::runFromStart);
              while (thread.getState() == Thread.State.RUNNABLE && backfill.copied() < BATCH) {
                TimeUnit.MILLISECONDS.sleep(5);
              }
              return thread;
            });
    copying.join();

    assertThat(backfill.progress().state()).isEqualTo(State.DONE);
    assertThat(ground.moved(7)).hasValueSatisfying(row -> assertThat(row.version()).isEqualTo(2));
  }

  @Test
  void neverBringsADeletedCustomerBackToLife() throws InterruptedException {
    Backfill backfill = ground.backfill(new Pacing(0, BATCH, false, true, true, 0));

    Thread copying = inBackground(backfill::runFromStart);
    for (long id = 1; id < ROWS; id += 97) {
      delete(ROWS - id);
      delete(id);
    }
    copying.join();

    assertThat(ground.verified("full").differing()).containsOnlyKeys(Mismatch.Kind.MISSING);
    assertThat(notCopied()).isEqualTo(refusedAndThere());
  }

  @Test
  void standsStillWhilePausedAndGoesOnWhereItStood() throws InterruptedException {
    Backfill backfill = ground.backfill(new Pacing(2 * BATCH, BATCH, false, true, true, 0));
    Thread copying = inBackground(backfill::runFromStart);
    await(() -> backfill.copied() >= BATCH);

    backfill.pause();
    await(() -> backfill.progress().state() == State.PAUSED);
    long paused = backfill.copied();
    TimeUnit.MILLISECONDS.sleep(50);
    long still = backfill.copied();
    backfill.change(RIGHT);
    backfill.unpause();
    copying.join();

    assertThat(still).isEqualTo(paused).isLessThan(ROWS);
    assertThat(backfill.copied()).isEqualTo(ROWS);
  }

  @Test
  void waitsWhileTheReplicaIsTooFarBehind() throws InterruptedException {
    Backfill backfill = ground.backfill(new Pacing(0, BATCH, false, true, true, 1_000));
    ground.told.lagMillis = 1_500;
    Thread copying = inBackground(backfill::runFromStart);
    await(() -> backfill.progress().state() == State.WAITING);

    String note = backfill.progress().note();
    long copied = backfill.copied();
    ground.told.lagMillis = 900;
    copying.join();

    assertThat(note).contains("1500 ms behind");
    assertThat(copied).isZero();
    assertThat(backfill.copied()).isEqualTo(ROWS);
  }

  @Test
  void survivesBeingKilledAtAnyMoment() throws InterruptedException {
    Backfill backfill = ground.backfill(new Pacing(0, 100, false, true, true, 0));
    var random = ground.world.dice().stream("kills");

    int kills = 0;
    for (Thread copying = inBackground(backfill::runFromStart);
        backfill.progress().state() != State.DONE;
        copying = inBackground(backfill::runFromCheckpoint)) {
      copying.join(TimeUnit.MILLISECONDS.toMillis(1) + random.nextInt(10));
      copying.interrupt();
      copying.join();
      kills++;
    }

    assertThat(kills).isPositive();
    assertThat(backfill.copied()).isBetween((long) ROWS - 100 * kills, (long) ROWS);
    assertThat(notCopied()).isEqualTo(ground.count("conversion_refused"));
    assertThat(ground.verified("full").differing()).containsOnlyKeys(Mismatch.Kind.MISSING);
  }

  private void delete(long id) throws InterruptedException {
    ground
        .door()
        .inTransaction(connection -> {
          RangeLock.hold(connection, id);
          Schema.run(connection, "DELETE FROM customers WHERE id = " + id);
          Schema.run(connection, "DELETE FROM customers_new WHERE id = " + id);
          return true;
        });
  }

  private long notCopied() throws InterruptedException {
    return ground
        .door()
        .on(connection ->
            Schema.one(
                connection,
                "SELECT COUNT(*) FROM customers o"
                    + " WHERE NOT EXISTS (SELECT 1 FROM customers_new n WHERE n.id = o.id)"));
  }

  private long refusedAndThere() throws InterruptedException {
    return ground
        .door()
        .on(connection ->
            Schema.one(
                connection,
                """
                SELECT COUNT(*) FROM customers o
                WHERE EXISTS (SELECT 1 FROM conversion_refused r WHERE r.id = o.id)
                """));
  }

  private static Thread inBackground(Kit.Background work) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            work.run();
          } catch (InterruptedException _) {
            // killed
          }
        });
  }

  private static void await(BooleanSupplier until) throws InterruptedException {
    while (!until.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
