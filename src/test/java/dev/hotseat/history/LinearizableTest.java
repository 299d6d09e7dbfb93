package dev.hotseat.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LinearizableTest {
  private final History history = new History(100);

  @Test
  void aReadMaySeeAWriteThatIsStillOut() {
    Pending write = history.invoke("a", "write", "x", 1);
    history.invoke("b", "read", "x", 0).ok(1);
    write.ok(1);

    assertThat(found(Model.register("write", "read"))).isZero();
  }

  @Test
  void aReadMayNotSeeWhatWasOverwrittenBeforeItBegan() {
    history.invoke("a", "write", "x", 1).ok(1);
    history.invoke("a", "write", "x", 2).ok(2);
    history.invoke("b", "read", "x", 0).ok(1);

    assertThat(found(Model.register("write", "read"))).isOne();
  }

  @Test
  void anUnknownWriteMayTakeEffectMuchLaterOrNever() {
    history.invoke("a", "write", "x", 1).unknown("timed out");
    history.invoke("b", "read", "x", 0).ok(0);
    history.invoke("b", "read", "x", 0).ok(0);
    history.invoke("b", "read", "x", 0).ok(1);

    assertThat(found(Model.register("write", "read"))).isZero();
  }

  @Test
  void anUnknownWriteDoesNotTakeEffectTwice() {
    history.invoke("a", "write", "x", 1).unknown("timed out");
    history.invoke("b", "read", "x", 0).ok(1);
    history.invoke("a", "write", "x", 2).ok(2);
    history.invoke("b", "read", "x", 0).ok(1);

    assertThat(found(Model.register("write", "read"))).isOne();
  }

  @Test
  void aRefusedWriteIsNeverSeen() {
    history.invoke("a", "write", "x", 1).fail("refused");
    history.invoke("b", "read", "x", 0).ok(1);

    assertThat(found(Model.register("write", "read"))).isOne();
  }

  @Test
  void readModifyWriteLosesAnAddition() {
    Pending one = history.invoke("a", "add", "x", 5);
    Pending other = history.invoke("b", "add", "x", 7);
    one.ok(5);
    other.ok(7);
    history.invoke("a", "read", "x", 0).ok(7);

    assertThat(found(Model.sum("add", "read"))).isOne();
  }

  @Test
  void aThingIsClaimedByOne() {
    Pending one = history.invoke("a", "claim", "x", 0);
    Pending other = history.invoke("b", "claim", "x", 0);
    one.ok("1", "yours");
    other.ok("2", "yours");

    assertThat(found(Model.claim("claim"))).isOne();
  }

  @Test
  void whoIsRefusedAThingCanNameWhoHasIt() {
    history.invoke("a", "claim", "x", 0).unknown("timed out");
    history.invoke("b", "claim", "x", 0).fail("taken");
    history.invoke("c", "claim", "y", 0).fail("taken");

    assertThat(found(Model.claim("claim"))).as("y was refused and nobody has it").isOne();
  }

  /// A second opinion that is too slow for anything else: every order is tried.
  @Test
  void agreesWithTryingEveryOrder() {
    RandomGenerator chance = new Dice(1).stream("histories");
    int wrong = 0;
    for (int i = 0; i < 5_000; i++) {
      List<Operation> operations = random(chance);
      Model model = i % 2 == 0 ? Model.register("write", "read") : Model.sum("write", "read");
      Recorded recorded = new Recorded(operations, 0);
      Verdict verdict = Checker.check(recorded, List.of(Linearizable.of(model)));
      List<Operation> relevant = operations.stream().filter(model::matters).toList();

      boolean explained = someOrderExplains(model, model.initial(), relevant);

      assertThat(verdict.clean()).as(() -> model + ": " + operations).isEqualTo(explained);
      wrong += explained ? 0 : 1;
    }
    assertThat(wrong).as("histories of both sorts").isBetween(500, 4_500);
  }

  private static List<Operation> random(RandomGenerator chance) {
    History history = new History(10);
    List<Pending> out = new ArrayList<>();
    int operations = 3 + chance.nextInt(4);
    while (operations > 0 || !out.isEmpty()) {
      if (operations > 0 && (out.isEmpty() || chance.nextBoolean())) {
        String action = chance.nextBoolean() ? "write" : "read";
        out.add(history.invoke("c", action, "x", 1 + chance.nextInt(3)));
        operations--;
      } else {
        complete(out.remove(chance.nextInt(out.size())), chance);
      }
    }
    return history.recorded().operations();
  }

  private static void complete(Pending pending, RandomGenerator chance) {
    switch (chance.nextInt(8)) {
      case 0 -> pending.unknown("timed out");
      case 1 -> pending.fail("refused");
      default -> pending.ok(chance.nextInt(4));
    }
  }

  private static boolean someOrderExplains(Model model, long state, List<Operation> left) {
    if (left.stream().allMatch(Operation::isUnknown)) {
      return true;
    }
    for (Operation next : left) {
      boolean mayBeNext = left.stream().noneMatch(each -> !each.isUnknown() && each.before(next));
      var after = model.after(state, next);
      if (mayBeNext && after.isPresent()) {
        List<Operation> rest = new ArrayList<>(left);
        rest.remove(next);
        if (someOrderExplains(model, after.getAsLong(), rest)) {
          return true;
        }
      }
    }
    return false;
  }

  private long found(Model model) {
    return Checker.check(history.recorded(), List.of(Linearizable.of(model)))
        .count(Kind.NOT_LINEARIZABLE);
  }
}
