package dev.hotseat.live.payments;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The ledger held against the provider's settlement file.
class ReconciliationTest {
  private final Rig rig = Rig.right();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void matchesWhatBothBooksHave() {
    pay(5);

    JsonNode run = reconcile("");

    assertThat(run.get("complete").asBoolean()).isTrue();
    assertThat(run.get("matched").asInt()).isEqualTo(5);
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void takesTheSameFileInOnce() {
    pay(3);
    String file = rig.get("/psp/settlements/today").body();

    Reply first = rig.post("/reconciliations", file, Map.of());
    Reply second = rig.post("/reconciliations", file, Map.of());

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(Rig.replayed(second)).isTrue();
  }

  @Test
  void findsAChargeThatNobodyRecorded() {
    rig.change("transaction", "open-across-call", "webhooks", "ignored");
    rig.fault("kill-after-charge", 600);
    rig.pay("key-1");

    JsonNode run = reconcile("");

    assertThat(run.get("unrecorded").asInt()).isEqualTo(1);
    assertThat(exceptions().get(0).get("kind").asString()).isEqualTo("unrecorded");
  }

  @Test
  void findsLinesThatAreMissingTwiceOrWrong() {
    pay(3);
    aMomentLater();
    String[] lines = rig.get("/psp/settlements/today").body().split("\n");
    String twice = lines[1];
    String wrong = lines[2].replace(",1250,", ",1251,");

    JsonNode run = reconcile(String.join("\n", lines[0], twice, twice, wrong, "total,3"));

    assertThat(run.get("matched").asInt()).isEqualTo(1);
    assertThat(run.get("duplicate").asInt()).isEqualTo(1);
    assertThat(run.get("wrongAmount").asInt()).isEqualTo(1);
    assertThat(run.get("missing").asInt()).isEqualTo(1);
    assertThat(exceptions()).hasSize(3);
  }

  @Test
  void knowsAPartialFileFromAShortOne() {
    pay(10);
    rig.fault("settlement-partial", 0.4);

    JsonNode partial = reconcile("");

    assertThat(partial.get("complete").asBoolean()).isFalse();
    assertThat(partial.get("missing").asInt()).isPositive();
  }

  @Test
  void closesWhatALaterFileExplains() {
    pay(10);
    rig.fault("settlement-partial", 0.4);
    reconcile("");
    rig.stop("settlement-partial");

    JsonNode whole = reconcile("");

    assertThat(whole.get("matched").asInt()).isEqualTo(10);
    assertThat(exceptions())
        .allMatch(each -> each.get("resolvedBy").asString().equals("reconciler"));
  }

  @Test
  void doesNotCallLateWhatIsOnlyNotThereYet() {
    pay(8);
    rig.fault("settlement-late");

    JsonNode late = reconcile("");

    assertThat(late.get("missing").asInt()).isZero();
    assertThat(late.get("later").asInt() + late.get("matched").asInt()).isEqualTo(8);
    assertThat(late.get("later").asInt()).isPositive();
  }

  @Test
  void letsAPersonCloseAnExceptionOnceAndSaysWho() {
    pay(2);
    aMomentLater();
    String[] lines = rig.get("/psp/settlements/today").body().split("\n");
    reconcile(String.join("\n", lines[0], lines[1], "total,1"));
    String id = exceptions().get(0).get("id").asString();
    String path = "/exceptions/" + id + "/resolution";
    String mine = "{\"who\":\"finance\",\"why\":\"in tomorrow's file\"}";

    assertThat(rig.post(path, mine, Map.of()).status()).isEqualTo(200);
    assertThat(rig.post(path, mine, Map.of()).status()).isEqualTo(200);
    Reply other = rig.post(path, "{\"who\":\"ops\",\"why\":\"no\"}", Map.of());

    assertThat(other.status()).isEqualTo(409);
    assertThat(rig.post(path, "{\"who\":\"ops\"}", Map.of()).status()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThat(rig.post("/reconciliations", "hello", Map.of()).status()).isEqualTo(400);
    assertThat(rig.post("/reconciliations", "file,psp", Map.of()).status()).isEqualTo(400);
    assertThat(rig.get("/reconciliations/77").status()).isEqualTo(404);
  }

  /// A file says until when it speaks; what is booked in that very millisecond may be in the next.
  private void aMomentLater() {
    long booked = rig.world.wall().millis();
    await().pollInterval(ofMillis(2)).until(() -> rig.world.wall().millis() > booked + 1);
  }

  private void pay(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(rig.pay("key-" + i).status()).isEqualTo(201);
    }
  }

  private JsonNode reconcile(String file) {
    return Rig.body(rig.post("/reconciliations", file, Map.of()));
  }

  private JsonNode exceptions() {
    return Rig.body(rig.get("/exceptions")).get("exceptions");
  }
}
