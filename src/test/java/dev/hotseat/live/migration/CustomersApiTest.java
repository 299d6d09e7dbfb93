package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The API as clients know it, whatever tables are behind it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersApiTest {
  private final CustomersRig rig = CustomersRig.few();

  @AfterAll
  void close() {
    rig.close();
  }

  @Test
  void showsACustomerOfTheBeginning() {
    Reply reply = rig.get(7);

    OldRow seeded = Seed.row(CustomersRig.SEED, 7);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(CustomersRig.body(reply).get("name").asString()).isEqualTo(seeded.name());
    assertThat(CustomersRig.body(reply).get("version").asLong()).isEqualTo(1);
  }

  @Test
  void countsTheVersionsOfACustomer() {
    assertThat(CustomersRig.body(rig.put(8, CustomersRig.ADA)).get("version").asLong())
        .isEqualTo(2);
    assertThat(CustomersRig.body(rig.put(8, CustomersRig.ADA)).get("version").asLong())
        .isEqualTo(3);
    assertThat(CustomersRig.body(rig.get(8)).get("name").asString()).isEqualTo("Ada Lovelace");
  }

  @Test
  void givesANewCustomerANumberAndFindsItByAddress() {
    String body = CustomersRig.ADA.replace("ada@", "Ada.New@");

    Reply created = rig.post(body);
    long id = CustomersRig.body(created).get("id").asLong();

    assertThat(created.status()).isEqualTo(201);
    assertThat(id).isGreaterThan(2_000);
    var found = CustomersRig.body(rig.find("ada.new@example.org")).get("customers");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("id").asLong()).isEqualTo(id);
  }

  @Test
  void knowsNobodyWhoWasDeletedOrErased() {
    assertThat(rig.delete(20).status()).isEqualTo(200);
    assertThat(rig.erase(21).status()).isEqualTo(200);

    assertThat(rig.get(20).status()).isEqualTo(404);
    assertThat(rig.get(21).status()).isEqualTo(404);
    assertThat(rig.put(20, CustomersRig.ADA).status()).isEqualTo(404);
    assertThat(rig.delete(20).status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(CustomersRig.reason(rig.put(1, "{"))).isEqualTo("body-malformed");
    assertThat(CustomersRig.reason(rig.put(1, "{\"name\":\"A\"}"))).isEqualTo("email-invalid");
    assertThat(CustomersRig.reason(rig.put(1, CustomersRig.ADA.replace("12.5", "\"x\""))))
        .isEqualTo("body-malformed");
    assertThat(CustomersRig.reason(rig.put(1, CustomersRig.ADA.replace("UK", ""))))
        .isEqualTo("country-invalid");
    assertThat(rig.find("").status()).isEqualTo(400);
    assertThat(rig.send("PATCH", "/customers/1", Map.of()).status()).isEqualTo(405);
    assertThat(rig.send("GET", "/customers/x", Map.of()).status()).isEqualTo(404);
    assertThat(rig.send("GET", "/customers/99999999999", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void servesEveryKindOfTrafficWithoutFailure() {
    for (var kind : CustomersDesign.design(false).traffic()) {
      assertThat(CustomersRig.failures(rig.send(20, kind.name()))).isEmpty();
    }
  }
}
