package dev.hotseat.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Patience;
import dev.hotseat.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTest {
  private final Traffic traffic =
      (name, _) ->
          (due, random) -> Call.get("/" + name + "/" + random.nextInt(1_000), Map.of(), due);

  @Test
  void choosesByWeight() {
    List<String> paths = paths(30_000, Flow.of("read", 6), Flow.of("write", 3), Flow.of("scan", 1));

    assertThat(share(paths, "/read")).isCloseTo(0.6, within(0.015));
    assertThat(share(paths, "/write")).isCloseTo(0.3, within(0.015));
    assertThat(share(paths, "/scan")).isCloseTo(0.1, within(0.01));
  }

  @Test
  void makesTheSameCallsFromTheSameSeed() {
    Flow[] flows = {Flow.of("read", 2), Flow.of("write", 1)};

    assertThat(paths(500, flows)).isEqualTo(paths(500, flows));
  }

  @Test
  void asksForTheSameKeysWhateverElseIsInTheMix() {
    List<String> alone = paths(200, Flow.of("read", 1));
    List<String> among = paths(2_000, Flow.of("read", 1), Flow.of("write", 5));

    List<String> reads = among.stream().filter(path -> path.startsWith("/read")).toList();
    int both = Math.min(reads.size(), alone.size());

    assertThat(both).isGreaterThan(150);
    assertThat(reads.subList(0, both)).isEqualTo(alone.subList(0, both));
  }

  @Test
  void countsTwoFlowsOfOneTrafficAsOneOperation() {
    var profile =
        profile(Flow.of("read", 1), Flow.of("write", 1), new Flow("read", 1, Map.of("hot", "1.0")));

    assertThat(profile.operations()).containsExactly("read", "write");
    var mix = new Mix(profile, traffic, new Dice(1), "test");
    assertThat(Stream.generate(() -> mix.next(0)).limit(300))
        .extracting(Attempt::operation)
        .containsOnly(0, 1);
  }

  @Test
  void givesEveryCallTheDueTimeAndThePatienceOfItsClient() {
    var patience = new Patience("interactive", 5_000_000);
    var profile = profile(Flow.of("read", 1)).with(patience, new Retry.None());

    Attempt attempt = new Mix(profile, traffic, new Dice(1), "test").next(77);

    assertThat(attempt.dueNanos()).isEqualTo(77);
    assertThat(attempt.call().patience()).isEqualTo(patience);
    assertThat(attempt.abandonedAt(5_000_077)).isFalse();
    assertThat(attempt.abandonedAt(5_000_078)).isTrue();
  }

  @Test
  void refusesWeightsThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Flow.of("read", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Flow.of("read", Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> profile());
  }

  private List<String> paths(int count, Flow... flows) {
    var mix = new Mix(profile(flows), traffic, new Dice(4), "test");
    return Stream.generate(() -> mix.next(0).call().path()).limit(count).toList();
  }

  private static double share(List<String> paths, String prefix) {
    return (double) paths.stream().filter(path -> path.startsWith(prefix)).count() / paths.size();
  }

  private static Profile profile(Flow... flows) {
    return Profile.steady("test", 10, Duration.ofSeconds(1), List.of(flows));
  }
}
