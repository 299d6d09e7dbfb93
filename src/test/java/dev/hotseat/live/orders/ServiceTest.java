package dev.hotseat.live.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the orders service answers.
class ServiceTest {
  private final World world = World.real(4711);
  private final LiveSystem system =
      LiveSystems.of(List.of(new OrdersBlueprint()), SystemLimits.USUAL)
          .build(OrdersDesign.NAME, world, LeverValues.initial(List.of()));

  @AfterEach
  void end() {
    system.close();
  }

  @Test
  void sellsABasketAndShowsTheOrder() {
    Reply sold =
        system.handle(
            Call.post(
                "/checkout",
                "{\"customer\":17,\"items\":[{\"product\":5,\"quantity\":2}]}",
                Map.of("x-tenant", "globex"),
                now()));

    assertThat(sold.status()).isEqualTo(201);
    assertThat(sold.body()).contains("\"listPrice\":false");
    String order = sold.body().replaceAll("\\D*(\\d+).*", "$1");
    Reply shown =
        system.handle(
            new Call(
                "GET",
                "/orders",
                Map.of("customer", "17"),
                Map.of(),
                "",
                now(),
                Patience.ENDLESS,
                ""));
    assertThat(shown.body()).contains("\"id\":" + order);
  }

  @Test
  void leadsCallsToAllFourInstancesInTurn() {
    Set<String> instances = new TreeSet<>();
    for (int i = 0; i < 8; i++) {
      Reply reply = system.handle(Call.get("/products/7", Map.of(), now()));
      assertThat(reply.status()).isEqualTo(200);
      instances.add(reply.headers().getOrDefault("X-Instance", ""));
    }

    assertThat(instances).containsExactly("orders.1", "orders.2", "orders.3", "orders.4");
  }

  @Test
  void saysNoToWhatIsNotThere() {
    assertThat(system.handle(Call.get("/products/9999999", Map.of(), now())).status())
        .isEqualTo(404);
    assertThat(system.handle(Call.get("/nowhere", Map.of(), now())).status()).isEqualTo(404);
    assertThat(system.handle(Call.post("/checkout", "{", Map.of(), now())).status()).isEqualTo(400);
    assertThat(system.handle(Call.get("/checkout", Map.of(), now())).status()).isEqualTo(405);
  }

  private long now() {
    return world.ticks().nanos();
  }
}
