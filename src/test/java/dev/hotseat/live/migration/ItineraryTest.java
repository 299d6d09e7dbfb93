package dev.hotseat.live.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItineraryTest {
  @ParameterizedTest
  @CsvSource({
    "false, 100, 1000",
    "false, 100, 1001",
    "false, 100, 1",
    "false, 100, 0",
    "true, 100, 1000",
    "true, 100, 1001",
    "true, 100, 99",
    "true, 7, 10000",
    "true, 1, 2",
    "true, 9, 0"
  })
  void visitsEveryCustomerOnceAndKnowsWhomItHasVisited(boolean byRandom, int batch, long endId) {
    Itinerary now = new Itinerary(byRandom, batch, endId, 0);
    BitSet visited = new BitSet();

    while (!now.done()) {
      Stretch next = now.next();
      assertThat(next.ids()).isBetween(1L, (long) batch);
      for (long id = next.afterId() + 1; id <= next.toId(); id++) {
        assertThat(now.claims(id)).isFalse();
        assertThat(visited.get((int) id)).isFalse();
        visited.set((int) id);
      }
      now = now.onward();
      assertThat(now.claims(next.toId())).isTrue();
    }

    assertThat(visited.cardinality()).isEqualTo(endId);
    assertThat(now.share()).isEqualTo(1);
    assertThat(now.claims(endId + 1)).isFalse();
  }

  @Test
  void scattersItsStretchesWhereTheOrderIsByRandom() {
    Itinerary now = new Itinerary(true, 10, 1_000, 0);
    int neighbours = 0;
    while (!now.done()) {
      Itinerary then = now.onward();
      neighbours += !then.done() && then.next().afterId() == now.next().toId() ? 1 : 0;
      now = then;
    }

    assertThat(neighbours).isZero();
  }
}
