package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What the orders service answers.
@TestInstance(Lifecycle.PER_CLASS)
class ServiceTest {
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
  void sellsABasketAndShowsTheOrder() {
    Reply sold = rig.checkout("globex");

    assertThat(sold.status()).isEqualTo(201);
    assertThat(sold.body()).contains("\"listPrice\":false");
    String order = sold.body().replaceAll("\\D*(\\d+).*", "$1");
    Reply shown =
        rig.system.handle(
            new Call(
                "GET",
                "/orders",
                Map.of("customer", "17"),
                Map.of(),
                "",
                rig.now(),
                Patience.ENDLESS,
                ""));
    assertThat(shown.body()).contains("\"id\":" + order);
  }

  @Test
  void leadsCallsToAllFourInstancesInTurn() {
    Set<String> instances = new TreeSet<>();
    for (int i = 0; i < 8; i++) {
      Reply reply = rig.product(7);
      assertThat(reply.status()).isEqualTo(200);
      instances.add(Rig.instance(reply));
    }

    assertThat(instances).containsExactly("orders.1", "orders.2", "orders.3", "orders.4");
  }

  @Test
  void saysNoToWhatIsNotThere() {
    assertThat(rig.product(9_999_999).status()).isEqualTo(404);
    assertThat(rig.system.handle(Call.get("/nowhere", Map.of(), rig.now())).status())
        .isEqualTo(404);
    assertThat(rig.system.handle(Call.post("/checkout", "{", Map.of(), rig.now())).status())
        .isEqualTo(400);
    assertThat(rig.system.handle(Call.get("/checkout", Map.of(), rig.now())).status())
        .isEqualTo(405);
  }
}
