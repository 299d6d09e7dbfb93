package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long MILLI = 1_000_000;

  private final Tally tally = new Tally(3);

  @Test
  void addsUpTheRegionsOfOneKindUnderItsName() {
    tally.served(attempt(0), 10 * MILLI, "");
    tally.served(attempt(1), 30 * MILLI, "");
    tally.failed(attempt(1), 50 * MILLI, "pool-wait");
    tally.served(attempt(2), 5 * MILLI, "");

    List<RunResult.Operation> operations =
        tally.operations(List.of("redirect@eu", "redirect@us", "create"));

    assertThat(operations)
        .extracting(RunResult.Operation::name)
        .containsExactly("redirect", "redirect@eu", "redirect@us", "create");
    assertThat(operations.getFirst().served()).isEqualTo(2);
    assertThat(operations.getFirst().failed()).isEqualTo(1);
    assertThat(operations.getFirst().latency().maxMillis()).isBetween(49.9, 50.1);
  }

  @Test
  void saysAKindWithoutRegionsOnce() {
    tally.served(attempt(0), MILLI, "");

    assertThat(tally.operations(List.of("redirect", "create", "stats")))
        .extracting(RunResult.Operation::name)
        .containsExactly("redirect", "create", "stats");
  }

  private static Attempt attempt(int operation) {
    return new Attempt(operation, Call.get("/x", Map.of(), 0));
  }
}
