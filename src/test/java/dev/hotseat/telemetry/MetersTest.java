package dev.hotseat.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final AtomicLong nowNanos = new AtomicLong();
  private final Meters meters =
      new Meters(nowNanos::get, List.of("read", "add"), List.of("eu", "us"), List.of("app>store"));
  private final Meter readEu = meters.operation("read", "eu");
  private final Meter readUs = meters.operation("read", "us");
  private final Meter hop = meters.hop("app>store");

  @Test
  void readsQuantilesOfKnownLatencies() {
    for (int i = 1; i <= 1_000; i++) {
      readEu.record(millis(i));
    }

    Readings readings = secondLater();

    assertThat(number(readings, "rate/read")).isEqualTo(1_000);
    assertThat(number(readings, "p50/read")).isCloseTo(500, withPercentage(1));
    assertThat(number(readings, "p99/read")).isCloseTo(990, withPercentage(1));
    assertThat(number(readings, "p999/read")).isCloseTo(999, withPercentage(1));
    assertThat(number(readings, "max/read")).isCloseTo(1_000, withPercentage(1));
    assertThat(number(readings, "p99/read@eu")).isEqualTo(number(readings, "p99/read"));
  }

  @Test
  void joinsRegionsInTheOperation() {
    readEu.record(millis(10));
    readUs.record(millis(100));
    readUs.record(millis(100));

    Readings readings = secondLater();

    assertThat(number(readings, "rate/read")).isEqualTo(3);
    assertThat(number(readings, "rate/read@us")).isEqualTo(2);
    assertThat(number(readings, "p50/read")).isCloseTo(100, withPercentage(1));
    assertThat(number(readings, "p50/read@eu")).isCloseTo(10, withPercentage(1));
  }

  @Test
  void tellsFailuresAndWasteFromGoodput() {
    readEu.record(millis(1));
    readEu.record(millis(1));
    readEu.fail(millis(1));
    readEu.waste(millis(1));

    Readings readings = secondLater();

    assertThat(number(readings, "rate/read")).isEqualTo(4);
    assertThat(number(readings, "errors/read")).isEqualTo(1);
    assertThat(number(readings, "errorShare/read")).isEqualTo(0.25);
    assertThat(number(readings, "goodput/read")).isEqualTo(2);
    assertThat(number(readings, "wasted/read")).isEqualTo(1);
  }

  @Test
  void measuresHopsWithoutGoodput() {
    hop.record(millis(2));

    Readings readings = secondLater();

    assertThat(number(readings, "p50/app>store")).isCloseTo(2, withPercentage(1));
    assertThat(readings.number("goodput/app>store")).isEmpty();
  }

  @Test
  void ratesNothingAsZeroAndLeavesOutSharesAndLatenciesNobodyHad() {
    Readings readings = secondLater();

    assertThat(number(readings, "rate/add")).isZero();
    assertThat(readings.number("errorShare/add")).isEmpty();
    assertThat(readings.number("p99/add")).isEmpty();
  }

  @Test
  void forgetsASecondInTheNextButKeepsItRecentForFive() {
    readEu.record(millis(40));
    secondLater();
    for (int i = 0; i < 4; i++) {
      Readings later = secondLater();
      assertThat(number(later, "rate/read")).isZero();
      assertThat(later.recent().get("rate/read")).isCloseTo(1.0 / (i + 2), within(1e-9));
      assertThat(later.recent().get("p99/read")).isCloseTo(40, withPercentage(1));
    }

    assertThat(secondLater().recent())
        .doesNotContainKey("p99/read")
        .containsEntry("rate/read", 0.0);
  }

  @Test
  void mergesTheLastFiveSecondsByCallsNotBySeconds() {
    for (int i = 0; i < 99; i++) {
      readEu.record(millis(1));
    }
    secondLater();
    readEu.record(millis(500));

    Readings readings = secondLater();

    assertThat(readings.recent().get("p50/read")).isCloseTo(1, withPercentage(2));
    assertThat(readings.recent().get("max/read")).isCloseTo(500, withPercentage(1));
    assertThat(readings.recent().get("rate/read")).isEqualTo(50);
  }

  @Test
  void ratesByTheTimeThatReallyPassed() {
    readEu.record(millis(1));
    nowNanos.addAndGet(millis(2_000));

    assertThat(number(meters.close(Map.of()), "rate/read")).isEqualTo(0.5);
  }

  @Test
  void countsReasonsPerSecond() {
    meters.refused("pool-wait");
    meters.refused("pool-wait");

    assertThat(number(secondLater(), "why/pool-wait")).isEqualTo(2);
    Readings later = secondLater();
    assertThat(number(later, "why/pool-wait")).isZero();
    assertThat(later.recent()).containsEntry("why/pool-wait", 1.0);
  }

  @Test
  void passesLevelsOnAndNumbersSeconds() {
    Readings first = meters.close(Map.of("inUse/store", 3.0));

    assertThat(number(first, "inUse/store")).isEqualTo(3);
    assertThat(first.second()).isEqualTo(1);
    assertThat(secondLater().second()).isEqualTo(2);
  }

  @Test
  void losesNothingWhileManyThreadsRecord() throws InterruptedException {
    int threads = 4;
    int each = 50_000;
    List<Thread> writers =
        java.util.stream.IntStream.range(0, threads)
            .mapToObj(_ ->
                Thread.ofVirtual()
                    .start(() -> {
                      for (int i = 0; i < each; i++) {
                        readEu.record(millis(1 + i % 7));
                      }
                    }))
            .toList();
    double seen = 0;
    while (writers.stream().anyMatch(Thread::isAlive)) {
      seen += number(secondLater(), "rate/read");
      Thread.yield();
    }
    for (Thread writer : writers) {
      writer.join();
    }
    seen += number(secondLater(), "rate/read");

    assertThat(seen).isCloseTo((double) threads * each, within(1e-3));
  }

  @Test
  void boundsWhatItCannotResolve() {
    readEu.record(-5);
    readEu.record(TimeUnit.HOURS.toNanos(3));

    Readings readings = secondLater();

    assertThat(number(readings, "rate/read")).isEqualTo(2);
    assertThat(number(readings, "max/read")).isCloseTo(120_000, withPercentage(1));
  }

  @Test
  void refusesSubjectsItWasNotMadeFor() {
    assertThatThrownBy(() -> meters.hop("nowhere>store")).hasMessageContaining("app>store");
    assertThatThrownBy(() -> meters.operation("read", "mars"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesPrometheusHistogramsThatAddUp() {
    readEu.record(millis(3));
    readEu.record(millis(30));
    readUs.fail(millis(30));
    meters.refused("pool-wait");
    nowNanos.addAndGet(millis(1_000));
    meters.close(Map.of("inUse/store", 2.0));

    assertThat(meters.prometheus().lines())
        .contains(
            "# TYPE hotseat_call_duration_seconds histogram",
            "hotseat_call_duration_seconds_bucket{operation=\"read\",region=\"eu\",le=\"0.0025\"} 0",
            "hotseat_call_duration_seconds_bucket{operation=\"read\",region=\"eu\",le=\"0.005\"} 1",
            "hotseat_call_duration_seconds_bucket{operation=\"read\",region=\"eu\",le=\"0.05\"} 2",
            "hotseat_call_duration_seconds_bucket{operation=\"read\",region=\"eu\",le=\"+Inf\"} 2",
            "hotseat_call_duration_seconds_count{operation=\"read\",region=\"eu\"} 2",
            "hotseat_calls_failed_total{operation=\"read\",region=\"us\"} 1.0",
            "hotseat_refusals_total{why=\"pool-wait\"} 1.0",
            "hotseat_level{measure=\"inUse\",subject=\"store\"} 2.0");
  }

  @Test
  void neverCountsBackInPrometheus() {
    readEu.record(millis(3));
    secondLater();
    secondLater();
    readEu.record(millis(3));
    secondLater();

    assertThat(meters.prometheus())
        .contains("hotseat_call_duration_seconds_count{operation=\"read\",region=\"eu\"} 2\n");
  }

  private Readings secondLater() {
    nowNanos.addAndGet(millis(1_000));
    return meters.close(Map.of());
  }

  private static double number(Readings readings, String key) {
    return readings.number(key).orElseThrow(() -> new AssertionError("no " + key));
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
