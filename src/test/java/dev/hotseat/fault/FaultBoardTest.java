package dev.hotseat.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.fault.FaultKind.Effect;
import dev.hotseat.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultBoardTest {
  private static final List<String> HOPS = List.of("app>store", "app>cache");
  private final FaultKind slow = kind("slow", new Effect.Slow(List.of("app>store")));
  private final FaultKind slower = kind("slower", new Effect.Slow(HOPS));
  private final FaultKind flaky = kind("flaky", new Effect.Fail(List.of("app>store"), "flaky"));
  private final FaultKind cut = kind("cut", new Effect.Cut(List.of("app>cache")));
  private final FaultBoard board = board(1);
  private final Tollgate store = board.gate("app>store");
  private final Tollgate cache = board.gate("app>cache");

  @Test
  void asksNothingWhileNothingIsInForce() {
    assertThat(store.toll()).isSameAs(Toll.NONE);
  }

  @Test
  void addsUpWhatIsSlowAndBitesOnlyWhereItSays() {
    board.start(slow, 200);
    board.start(slower, 50);

    assertThat(store.toll().slowNanos()).isEqualTo(250_000_000);
    assertThat(cache.toll().slowNanos()).isEqualTo(50_000_000);
  }

  @Test
  void leavesNothingBehindWhenStopped() {
    board.start(slow, 200);
    board.start(cut, 1);
    board.stop("slow");
    board.stop("cut");

    assertThat(store.toll()).isSameAs(Toll.NONE);
    assertThat(cache.toll()).isSameAs(Toll.NONE);
    assertThat(board.inForce()).isEmpty();
  }

  @Test
  void keepsTheStartWhenTheIntensityChanges() {
    FaultInForce first = board.start(slow, 200);

    FaultInForce second = board.start(slow, 300);

    assertThat(second.startedAt()).isEqualTo(first.startedAt());
    assertThat(board.inForce()).containsExactly(second);
    assertThat(store.toll().slowNanos()).isEqualTo(300_000_000);
  }

  @Test
  void failsTheSameCrossingsForTheSameSeed() {
    List<Optional<String>> once = draws(board(9), 2_000);

    assertThat(draws(board(9), 2_000)).isEqualTo(once);
    assertThat(draws(board(10), 2_000)).isNotEqualTo(once);
    assertThat(once.stream().filter(Optional::isPresent).count()).isBetween(500L, 700L);
  }

  @Test
  void refusesFaultsThatBiteNowhere() {
    FaultKind lost = kind("lost", new Effect.Cut(List.of("app>moon")));

    assertThatThrownBy(() -> new FaultBoard(World.real(1), List.of(lost), HOPS))
        .hasMessageContaining("app>moon");
    assertThatThrownBy(() -> board.gate("app>moon")).isInstanceOf(IllegalArgumentException.class);
  }

  private List<Optional<String>> draws(FaultBoard fresh, int count) {
    fresh.start(flaky, 0.3);
    Tollgate gate = fresh.gate("app>store");
    return IntStream.range(0, count).mapToObj(_ -> gate.unlucky(gate.toll())).toList();
  }

  private FaultBoard board(long seed) {
    return new FaultBoard(World.real(seed), List.of(slow, slower, flaky, cut), HOPS);
  }

  private static FaultKind kind(String name, Effect effect) {
    return new FaultKind(name, "test", "store", effect, "", 0, 1_000, 1);
  }
}
