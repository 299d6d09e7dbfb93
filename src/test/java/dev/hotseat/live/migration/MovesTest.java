package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Listing;
import dev.hotseat.live.migration.Mismatch.Kind;
import dev.hotseat.live.migration.Steps.State;
import dev.hotseat.world.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final int ROWS = 8_000;

  private final World world = World.real(5);
  private final Steps steps = new Steps(world);
  private final WriteGate gate = new WriteGate(world);
  private Ground ground;
  private final Errands errands = Ground.errands(steps);
  private Tools tools;
  private Moves moves;
  private WayBack wayBack;
  private Pages pages;

  @BeforeEach
  void anOldTable() throws InterruptedException {
    ground = new Ground(world, ROWS);
    tools = ground.tools(gate);
    moves = ground.moves(tools, errands);
    wayBack =
        new WayBack(
            tools,
            ground.layout,
            errands,
            new Cancellation(errands, tools),
            steps,
            release -> "All run " + release.text() + ".",
            () -> "reads-from-new 0");
    pages = new Pages(tools, ground.layout, steps, new Impact(steps));
    tools.change(new Pacing(0, 500, false, true, true, 0), 0);
  }

  @AfterEach
  void end() {
    ground.close();
  }

  @Test
  void leadThroughTheWholeMigrationAndTellWhatEachStepDid() throws InterruptedException {
    act("create-new-table");
    act("create-shadow-index");
    act("start-backfill");
    String differing = act("verify", "how", "full");
    act("repair-mismatches");
    String same = act("verify", "how", "full");
    String sums = act("verify");
    act("drop-old");

    assertThat(differing).contains("MISSING");
    assertThat(same).contains("Compared 8,000 by full: no difference");
    assertThat(sums).contains("no difference");
    assertThat(ground.layout.oldExists()).isFalse();
    assertThat(steps.all()).extracting(Steps.Step::state).containsOnly(State.DONE);
    assertThat(page("steps").rows()).hasSize(5);
    assertThat(page("rules").rows())
        .extracting(List::getFirst)
        .contains("country-unknown", "credit-rounded", "name-of-one-word");
    assertThat(page("disk").rows().getLast()).element(1).isEqualTo("8,000");
  }

  @Test
  void countsSeeOnlyHowManyAreMissingWhereChecksumsSeeEveryDifference()
      throws InterruptedException {
    copiedAndRepaired();
    ground.run("UPDATE customers_new SET credit_minor = credit_minor + 1 WHERE id = 4321");
    ground.run("UPDATE customers SET version = version + 1 WHERE id = 77");
    ground.run("DELETE FROM customers WHERE id = 78");
    ground.run("DELETE FROM customers_new WHERE id = 79");

    Parity counts = ground.verified("counts");
    Parity sums = ground.verified("checksums");

    assertThat(counts.agrees()).isTrue();
    assertThat(sums.differing())
        .isEqualTo(Map.of(Kind.WRONG, 1L, Kind.STALE, 1L, Kind.EXTRA, 1L, Kind.MISSING, 1L));
    assertThat(sums.ranges()).filteredOn(range -> !range.agrees()).isNotEmpty();
  }

  @Test
  void repairPutsEverybodyRightWhoDiffersAndTheSheetShowsTheFirstThousand()
      throws InterruptedException {
    copiedAndRepaired();
    ground.run("DELETE FROM customers_new WHERE id <= 3000");

    act("verify", "how", "full");
    Listing shown = page("mismatches");
    String repaired = act("repair-mismatches");

    assertThat(shown.rows()).hasSize(1_000);
    assertThat(shown.text()).contains("The first 1,000 of 3,000");
    assertThat(repaired).isEqualTo("Put 3,000 customers right.");
    assertThat(tools.repair().bar().now().done()).isEqualTo(3_000);
    assertThat(ground.verified("full").agrees()).isTrue();
  }

  @Test
  void repairSaysThatCountingTellsNobodyWhoDiffers() throws InterruptedException {
    copiedAndRepaired();
    ground.run("DELETE FROM customers_new WHERE id = 79");

    act("verify", "how", "counts");

    assertThat(act("repair-mismatches")).contains("counting tells how many differ and not who");
    assertThat(ground.verified("full").mismatches()).isEqualTo(1);
  }

  @Test
  void theSampleFindsADifferenceThatIsNotRare() throws InterruptedException {
    copiedAndRepaired();
    ground.run("UPDATE customers_new SET family_name = 'X' WHERE MOD(id, 10) = 0");

    Parity sampled = ground.verified("sampled");

    assertThat(sampled.differing()).containsOnlyKeys(Kind.WRONG);
    assertThat(sampled.differing().get(Kind.WRONG)).isBetween(40L, 200L);
  }

  @Test
  void alteringInPlaceConvertsWrongAndLosesWhatIsWrittenMeanwhile() throws InterruptedException {
    AtomicLong acknowledged = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread writer = Thread.ofVirtual().start(() -> updates(acknowledged, over));
    while (acknowledged.get() < 50) {
      TimeUnit.MILLISECONDS.sleep(1);
    }

    act("alter-in-place");
    over.set(true);
    writer.join();

    long kept =
        ground
            .door()
            .on(connection -> Schema.one(connection, "SELECT SUM(version - 1) FROM customers"));
    NewRow japanese = ground.moved(firstFrom("Japan")).orElseThrow();
    assertThat(ground.layout.altered()).isTrue();
    assertThat(kept).isLessThan(acknowledged.get());
    assertThat(japanese)
        .isNotEqualTo(Rules.convert(Seed.row(Ground.SEED, (int) japanese.id())).row());
  }

  @Test
  void theShadowHasWhatWasBeingWrittenWhenItBegan() throws InterruptedException {
    copiedAndRepaired();
    CountDownLatch written = new CountDownLatch(1);
    Thread writer = Thread.ofVirtual().start(() -> slowWrite(written));
    assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();

    act("create-shadow-index");
    writer.join();

    assertThat(ground.verified("full").agrees()).isTrue();
  }

  /// Writes one customer to both tables and takes its time before it says so.
  private void slowWrite(CountDownLatch written) {
    try {
      gate.enter();
      try {
        ground
            .door()
            .inTransaction(connection -> {
              String set = " SET email = 'slow', version = version + 1 WHERE id = 17";
              Schema.run(connection, "UPDATE customers" + set);
              Schema.run(connection, "UPDATE customers_new" + set);
              written.countDown();
              world.pause().sleepNanos(TimeUnit.MILLISECONDS.toNanos(60));
              return set;
            });
      } finally {
        gate.leave();
      }
    } catch (InterruptedException _) {
      // the test has ended
    }
  }

  @Test
  void theShadowWithTheIndexFollowsEveryChangeAndTakesThePlaceOfTheTable()
      throws InterruptedException {
    copiedAndRepaired();
    AtomicBoolean over = new AtomicBoolean();
    Thread writer = Thread.ofVirtual().start(() -> dualWrites(over));

    tools.change(new Pacing(20_000, 500, false, true, true, 0), 0);
    act("create-shadow-index");
    over.set(true);
    writer.join();

    assertThat(steps.lastDone().orElseThrow().did()).contains("requests waited");
    assertThat(
            ground.door().<Boolean>on(connection -> Schema.hasIndex(connection, Schema.NEW_INDEX)))
        .isTrue();
    assertThat(ground.verified("full").agrees()).isTrue();
    assertThat(ground.count("information_schema.tables WHERE table_name LIKE 'CUSTOMERS_NEW_%'"))
        .isZero();
  }

  @Test
  void oneBigCopyHoldsEveryWriterUntilItIsThrough() throws InterruptedException {
    act("create-new-table");
    act("one-big-update");
    act("verify", "how", "full");
    act("repair-mismatches");

    assertThat(ground.verified("full").agrees()).isTrue();
    assertThat(ground.layout.claims(ROWS)).isTrue();
  }

  @Test
  void goBackStepByStepUntilThereIsNothingToUndo() throws InterruptedException {
    act("create-new-table");
    act("create-index-on-hot-table");
    act("start-backfill");

    assertThat(wayBack.backOneStep()).startsWith("What is copied stays");
    assertThat(wayBack.backOneStep()).isEqualTo("The index is dropped.");
    assertThat(wayBack.backOneStep()).isEqualTo("The new table is dropped.");
    assertThat(wayBack.backOneStep()).isEqualTo("There is nothing to undo.");
    assertThat(steps.all().getFirst().did())
        .isEqualTo("The new table is there, empty. Undone: The new table is dropped.");
    assertThat(ground.layout.newExists()).isFalse();
    assertThat(steps.inForce()).isEqualTo(Steps.NONE);
  }

  @Test
  void aReleaseIsRolledBackAsAStepOfItsOwn() throws InterruptedException {
    act("create-new-table");
    steps.begin("roll-instances v2").done("Replaced 4 instances.");

    assertThat(wayBack.backOneStep()).isEqualTo("All run v1.");
    assertThat(steps.all())
        .extracting(Steps.Step::did)
        .contains("Replaced 4 instances. Undone: All run v1.");
    assertThat(wayBack.backOneStep()).isEqualTo("The new table is dropped.");
  }

  @Test
  void aLeverIsPutBackByWhoeverTurnsIt() throws InterruptedException {
    act("create-new-table");
    steps.begin("reads-from-new 10").done("10 per cent");

    assertThatThrownBy(wayBack::backOneStep)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("reads-from-new 0");
    assertThat(ground.layout.newExists()).isTrue();
  }

  @Test
  void refuseWhatMakesNoSenseYetOrNoMore() throws InterruptedException {
    assertThatThrownBy(() -> act("start-backfill")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> act("verify")).isInstanceOf(Refusal.class);
    act("drop-old");

    assertThatThrownBy(() -> act("drop-old")).isInstanceOf(Refusal.class);
    assertThatThrownBy(wayBack::backOneStep).isInstanceOf(Refusal.class);
    assertThat(moves.act("roll-instances", Map.of())).isEmpty();
  }

  @Test
  void aBackfillThatDiesLeavesAFailedStepAndIsResumed() throws InterruptedException {
    act("create-new-table");
    tools.backfill().dieAt(0.4);
    act("start-backfill");
    Steps.Step died = steps.all().getLast();
    String resumed = act("resume-backfill");

    assertThat(died.state()).isEqualTo(State.FAILED);
    assertThat(died.did()).contains("process-died");
    assertThat(resumed).contains("8,000");
    assertThat(page("backfill").rows().getFirst().getFirst()).isEqualTo("done");
  }

  private void copiedAndRepaired() throws InterruptedException {
    act("create-new-table");
    act("start-backfill");
    act("verify", "how", "full");
    act("repair-mismatches");
  }

  /// Acts, waits until it is done, and gives what was found or done.
  private String act(String action, String... argument) throws InterruptedException {
    Map<String, String> arguments =
        argument.length == 0 ? Map.of() : Map.of(argument[0], argument[1]);
    assertThat(moves.act(action, arguments)).isPresent();
    awaitNothingUnderWay();
    return action.equals("verify") ? page("parity").text() : steps.all().getLast().did();
  }

  private Listing page(String name) throws InterruptedException {
    return pages.sheet(name).orElseThrow();
  }

  private void awaitNothingUnderWay() throws InterruptedException {
    while (errands.underWay() > 0) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static int firstFrom(String country) {
    int id = 1;
    while (!Seed.row(Ground.SEED, id).country().equals(country)
        || Seed.row(Ground.SEED, id).credit() < 1) {
      id++;
    }
    return id;
  }

  private void updates(AtomicLong acknowledged, AtomicBoolean over) {
    for (long i = 0; !over.get(); i++) {
      try {
        ground.run("UPDATE customers SET version = version + 1 WHERE id = " + (1 + i % ROWS));
        acknowledged.incrementAndGet();
      } catch (InterruptedException | RuntimeException _) {
        // not acknowledged
      }
    }
  }

  /// Changes, additions and removals in both tables at once, through the gate as requests go.
  private void dualWrites(AtomicBoolean over) {
    for (int i = 1; !over.get() && i < ROWS; i++) {
      try {
        gate.enter();
        try {
          dualWrite(i);
        } finally {
          gate.leave();
        }
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void dualWrite(int id) throws InterruptedException {
    ground
        .door()
        .inTransaction(connection -> {
          if (id % 3 == 0) {
            Schema.run(connection, "DELETE FROM customers WHERE id = " + id);
            Schema.run(connection, "DELETE FROM customers_new WHERE id = " + id);
          } else {
            String set = " SET email = 'x', version = version + 1 WHERE id = " + id;
            Schema.run(connection, "UPDATE customers" + set);
            Schema.run(connection, "UPDATE customers_new" + set);
          }
          return id;
        });
  }
}
