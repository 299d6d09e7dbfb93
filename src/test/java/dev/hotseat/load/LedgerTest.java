package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.exchange.Call;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger(2);

  @Test
  void losesNoEntryWhileItIsReadAndWritten() {
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 8; writer++) {
        int operation = writer % 2;
        writers.execute(() -> write(operation, 5_000));
      }
      for (int second = 0; second < 50; second++) {
        ledger.roll(1);
        Thread.yield();
      }
    }
    ledger.roll(1);

    List<Long> served =
        ledger.read((totals, _) ->
            totals.operations(List.of("a", "b")).stream()
                .map(RunResult.Operation::served)
                .toList());
    double inSeries =
        ledger.read(
            (_, series) -> series.stream().mapToDouble(RunResult.Second::ratePerSecond).sum());

    assertThat(served).containsExactly(20_000L, 20_000L);
    assertThat(inSeries).isEqualTo(40_000);
    assertThat(ledger.served()).isEqualTo(40_000);
  }

  @Test
  void startsEverySecondFromNothing() {
    write(0, 10);
    ledger.roll(1);
    ledger.roll(1);
    write(0, 4);
    ledger.roll(2);

    List<RunResult.Second> series = ledger.read((_, seconds) -> seconds);

    assertThat(series).extracting(RunResult.Second::ratePerSecond).containsExactly(10.0, 0.0, 2.0);
    assertThat(series.get(1).p99Millis()).isZero();
    assertThat(ledger.lastRatePerSecond()).isEqualTo(2);
  }

  private void write(int operation, int count) {
    var attempt = new Attempt(operation, Call.get("/", Map.of(), 0));
    for (int i = 0; i < count; i++) {
      ledger.write(tally -> tally.served(attempt, 1_000_000, ""));
      ledger.countServed();
    }
  }
}
