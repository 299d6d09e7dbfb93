package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What the person on call can do, one by one.
@TestInstance(Lifecycle.PER_CLASS)
class OperationsTest {
  private final Rig rig = new Rig();
  private Deploy deploy = released();

  private Deploy released() {
    Releases releases = rig.scene().releases();
    Deploy _ = releases.mend("test", "", "", Set.of(Trait.values()), Set.of());
    return releases.ship(
        Duration.ofMinutes(9), "a.person", "A change", "", Set.of(Trait.DISCOUNT_TWICE));
  }

  @BeforeEach
  void release() {
    deploy = released();
  }

  @AfterAll
  void end() {
    rig.close();
  }

  @AfterEach
  void calm() throws InterruptedException {
    rig.calm();
  }

  @Test
  void everyActionOfTheDesignCanBeTakenAndLeavesALineInTheAudit() throws InterruptedException {
    int before = rig.audit().size();
    List<String> taken = new ArrayList<>();
    for (Action action : rig.system.design().actions()) {
      if (!BY_DATABASE.contains(action.name())) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : action.parameters()) {
          arguments.add(parameter.name());
          arguments.add(argument(parameter));
        }
        assertThat(rig.act(action.name(), arguments.toArray(String[]::new)))
            .as(action.name())
            .endsWith(".");
        taken.add(action.name());
      }
    }

    assertThat(rig.audit().stream().skip(before).map(Audit.Line::action)).isEqualTo(taken);
  }

  /// Those need something in the database to act upon; they have tests of their own.
  private static final Set<String> BY_DATABASE =
      Set.of("create-index", "kill-query", "stop-batch", "run-repair");

  private String argument(Parameter parameter) {
    return switch (parameter.name()) {
      case "instance" -> "orders.2";
      case "deploy" -> deploy.id();
      case "flag" -> Flags.LIST_PRICE;
      case "text" -> "We are looking into it.";
      case "to" -> "the day shift";
      default ->
          switch (parameter.kind()) {
            case Parameter.Kind.Choice(List<String> allowed) -> allowed.getFirst();
            case Parameter.Kind.Number(long min, long max, _) -> "" + Math.min(max, min + 3);
            case Parameter.Kind.Switch() -> "off";
            case Parameter.Kind.Text _ -> "something";
          };
    };
  }

  @Test
  void aRollBackBringsBackTheCodeThatRanBefore() throws InterruptedException {
    rig.fleet().run(rig.scene().releases().current());
    assertThat(rig.instance(3).lifetime().runs(Trait.DISCOUNT_TWICE)).isTrue();

    rig.act("roll-back", "deploy", deploy.id());

    assertThat(rig.fleet().started())
        .allMatch(each -> each.lifetime().version().equals(deploy.before()));
    assertThat(rig.scene().releases().all().getLast().summary()).contains(deploy.id());
  }

  @Test
  void aHotfixTakesAwayWhatADeployBroughtAndNothingElse() throws InterruptedException {
    Deploy later =
        rig.scene()
            .releases()
            .ship(Duration.ZERO, "a.person", "More", "", Set.of(Trait.PAGES_KEPT));

    rig.act("push-hotfix", "deploy", deploy.id());

    Version now = rig.instance(1).lifetime().version();
    assertThat(now.has(Trait.DISCOUNT_TWICE)).isFalse();
    assertThat(now.has(Trait.PAGES_KEPT)).isTrue();
    assertThat(now.name()).isNotEqualTo(later.after().name());
  }

  @Test
  void aHotfixOfTheNightBreaksSomethingElseAboutEverySecondTime() throws InterruptedException {
    int broken = 0;
    for (int i = 0; i < 24; i++) {
      rig.act("push-hotfix", "deploy", deploy.id());
      boolean slipped = rig.instance(1).lifetime().runs(Trait.UNTESTED);
      broken += slipped ? 1 : 0;
      if (slipped) {
        rig.act("roll-back", "deploy", rig.scene().releases().all().getLast().id());
      }
    }

    assertThat(broken).isBetween(5, 19);
  }

  @Test
  void aFlagHoldsBackTheTraitsThatStandBehindIt() throws InterruptedException {
    rig.scene()
        .flags()
        .declare(new Flags.Flag("new-totals", "", true, Set.of(Trait.DISCOUNT_TWICE)));
    rig.fleet().run(deploy.after());

    rig.act("set-flag", "flag", "new-totals", "state", "off");

    assertThat(rig.instance(1).lifetime().runs(Trait.DISCOUNT_TWICE)).isFalse();
    assertThat(rig.instance(1).lifetime().version()).isEqualTo(deploy.after());
    rig.scene().flags().remove("new-totals");
  }

  @Test
  void whatIsNotThereIsRefusedBeforeItIsBegun() {
    int before = rig.audit().size();
    for (Map.Entry<String, Map<String, String>> each :
        Map.of(
                "restart", Map.of("instance", "orders.9"),
                "drain", Map.of("instance", "orders.5"),
                "roll-back", Map.of("deploy", "d-1"),
                "push-hotfix", Map.of("deploy", "d-1"))
            .entrySet()) {
      assertThatThrownBy(() -> rig.may(each.getKey(), each.getValue()))
          .as(each.getKey())
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("arguments.");
    }
    assertThat(rig.audit()).hasSize(before);
  }

  @Test
  void frozenWritesTakeNoOrders() throws InterruptedException {
    rig.act("freeze-writes", "state", "on");
    assertThat(rig.checkout().status()).isEqualTo(503);
    assertThat(rig.product(3).status()).isEqualTo(200);

    rig.act("freeze-writes", "state", "off");
    assertThat(rig.checkout().status()).isEqualTo(201);
  }

  @Test
  void withoutPricingTheListPriceIsTakenUnlessAFlagForbidsIt() throws InterruptedException {
    rig.scene().pricing().behave(new Downstream.Manners(0, 0, 1, false));
    assertThat(rig.checkout().body()).contains("\"listPrice\":true");

    rig.act("set-flag", "flag", Flags.LIST_PRICE, "state", "off");

    assertThat(rig.checkout().status()).isEqualTo(503);
  }

  @Test
  void aTimeOutEndsTheWaitForADownstream() throws InterruptedException {
    rig.scene().pricing().behave(new Downstream.Manners(1, 60_000_000_000L, 0, false));

    rig.act("set-timeout", "downstream", "pricing", "millis", "50");

    assertThat(rig.checkout().body()).contains("\"listPrice\":true");
  }

  @Test
  void aBreakerStopsAskingWhoeverFails() throws InterruptedException {
    rig.scene().pricing().behave(new Downstream.Manners(0, 0, 1, false));
    rig.act("set-breaker", "downstream", "pricing", "state", "on");
    long before = rig.scene().pricing().served();
    for (int i = 0; i < 100; i++) {
      assertThat(rig.checkout().status()).isEqualTo(201);
    }
    long asked = rig.scene().pricing().served() - before;

    assertThat(asked).isLessThan(95);
    assertThat(rig.instance(1).caller(rig.scene().pricing()).breaker())
        .isNotEqualTo(Breaker.State.CLOSED);
  }
}
