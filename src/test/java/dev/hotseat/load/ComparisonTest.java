package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.load.Comparison.Moved;
import dev.hotseat.load.Comparison.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Profile PROFILE =
      Profile.steady(
          "evening",
          100,
          Duration.ofSeconds(10),
          List.of(Flow.of("redirect", 9), Flow.of("create", 1)));

  @Test
  void putsEveryFigureOfBothRunsSideBySide() {
    var before = result(PROFILE, 1, 12, Map.of("pool-wait", 50L));
    var after = result(PROFILE, 1, 120, Map.of("lock-timeout", 5L));

    Comparison comparison = Comparison.of(before, after);

    Row p99 = row(comparison, "p99/redirect");
    assertThat(p99.before()).isEqualTo(12);
    assertThat(p99.after()).isEqualTo(120);
    assertThat(p99.ratio().orElseThrow()).isCloseTo(10, within(1e-9));
    assertThat(p99.moved()).isEqualTo(Moved.HIGHER);
    assertThat(row(comparison, "errorShare/redirect").moved()).isEqualTo(Moved.LOWER);
    assertThat(row(comparison, "failed/pool-wait").moved()).isEqualTo(Moved.GONE);
    assertThat(row(comparison, "failed/lock-timeout").moved()).isEqualTo(Moved.APPEARED);
    assertThat(row(comparison, "failed/lock-timeout").ratio()).isEmpty();
    assertThat(comparison.rows().getFirst().key()).isEqualTo("rate/run");
  }

  @Test
  void callsTheSameWhatTwoRunsOfOneThingDifferBy() {
    assertThat(Moved.between(100, 104)).isEqualTo(Moved.SAME);
    assertThat(Moved.between(100, 96)).isEqualTo(Moved.SAME);
    assertThat(Moved.between(100, 106)).isEqualTo(Moved.HIGHER);
    assertThat(Moved.between(100, 94)).isEqualTo(Moved.LOWER);
    assertThat(Moved.between(0, 0)).isEqualTo(Moved.SAME);
  }

  @Test
  void findsNothingDifferentInTwoRunsOfOnePlanAndSeed() {
    var run = result(PROFILE, 1, 12, Map.of());

    assertThat(Comparison.of(run, run).differences()).isEmpty();
  }

  @Test
  void saysWhatElseDiffered() {
    var before = result(PROFILE, 1, 12, Map.of());
    var after = result(PROFILE.lasting(Duration.ofSeconds(5)), 2, 12, Map.of());

    assertThat(Comparison.of(before, after).differences())
        .anyMatch(line -> line.equals("the seeds differ: 1 and 2"))
        .anyMatch(line -> line.contains("arrival"))
        .hasSize(2);
  }

  @Test
  void readsFiguresByTheKeysOfTheInstruments() {
    var run = result(PROFILE, 1, 12, Map.of("pool-wait", 50L));

    assertThat(run.figure("p99/redirect")).hasValue(12);
    assertThat(run.figure("rate/redirect")).hasValue(90);
    assertThat(run.figure("errors/redirect")).hasValue(5);
    assertThat(run.figure("errorShare/redirect").orElseThrow()).isCloseTo(50 / 900.0, within(1e-9));
    assertThat(run.figure("why/pool-wait")).hasValue(5);
    assertThat(run.figure("failed/pool-wait")).hasValue(50);
    assertThat(run.figure("count/run")).hasValue(1_000);
    assertThat(run.figure("p99/unheard-of")).isEmpty();
  }

  private static Row row(Comparison comparison, String key) {
    return comparison.rows().stream().filter(row -> row.key().equals(key)).findAny().orElseThrow();
  }

  private static RunResult result(
      Profile profile, long seed, double p99Millis, Map<String, Long> failed) {
    long failures = failed.values().stream().mapToLong(Long::longValue).sum();
    var latency = new Latency(900, 1, p99Millis, 2 * p99Millis, 3 * p99Millis);
    return new RunResult(
        profile,
        seed,
        Instant.EPOCH,
        RunState.DONE,
        "",
        10,
        1_000,
        1_000 - failures,
        failed,
        Map.of(),
        Map.of(200, 1_000 - failures),
        List.of(
            new RunResult.Operation("redirect", 900 - failures, failures, latency, 1),
            new RunResult.Operation("create", 100, 0, latency, 1)),
        latency,
        new RunResult.Schedule(100, 100, 0.1, 0.2, 0.1, 0.5),
        new RunResult.Clients(1_000, 0, 0, 0, 95, 100),
        List.of());
  }
}
