package dev.hotseat.live.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A payment, from the request to the books.
class PaymentTest {
  private final Rig rig = Rig.right();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void isChargedOnceAndBookedTwice() throws InterruptedException {
    Reply paid = rig.pay("key-1");

    assertThat(paid.status()).isEqualTo(201);
    JsonNode body = Rig.body(paid);
    assertThat(body.get("status").asString()).isEqualTo("succeeded");
    assertThat(rig.charges()).hasSize(1);
    assertThat(rig.charges().get(0).get("reference").asString()).isEqualTo(Rig.id(paid));
    assertThat(rig.number("SELECT COUNT(*) FROM ledger")).isEqualTo(2);
    assertThat(rig.number("SELECT SUM(amount) FROM ledger")).isZero();
    assertThat(rig.audit().get("clean").asBoolean()).isTrue();
  }

  @Test
  void isReplayedToTheByte() {
    Reply first = rig.pay("key-1");
    Reply second = rig.pay("key-1");

    assertThat(Rig.replayed(first)).isFalse();
    assertThat(Rig.replayed(second)).isTrue();
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(rig.charges()).hasSize(1);
  }

  @Test
  void leavesATrailInOrder() {
    Reply paid = rig.pay("key-1");
    rig.pay("key-1");

    assertThat(rig.trail(Rig.id(paid))).containsExactly("claimed", "asking", "settled", "replayed");
  }

  @Test
  void canBeGivenBackOnce() throws InterruptedException {
    String payment = Rig.id(rig.pay("key-1"));

    Reply first = rig.refund("key-2", payment, 250);
    Reply again = rig.refund("key-2", payment, 250);
    Reply tooMuch = rig.refund("key-3", payment, 1_001);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(rig.number("SELECT COUNT(*) FROM ledger")).isEqualTo(4);
    assertThat(rig.number("SELECT SUM(amount) FROM ledger")).isZero();
    assertThat(rig.audit().get("clean").asBoolean()).isTrue();
  }

  @Test
  void isBoughtByAPhone() {
    Reply bought = rig.purchase(7);

    assertThat(bought.status()).isEqualTo(201);
    assertThat(Rig.body(bought).get("outcome").asString()).isEqualTo("paid");
  }
}
