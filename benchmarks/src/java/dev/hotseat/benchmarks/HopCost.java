package dev.hotseat.benchmarks;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Reply;
import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.LiveSystem;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.live.Service;
import dev.hotseat.live.SystemLimits;
import dev.hotseat.live.Visit;
import dev.hotseat.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What a call costs that crosses none, four, or eight hops and does nothing there. The difference
/// between eight and none, divided by eight, is the cost of a hop; none is the cost of a call.
///
/// Prints the time of the quickest tenth of many short bursts, arms interleaved: a burst is shorter
/// than a time slice, so the quickest are those that no neighbour on the machine interrupted.
public final class HopCost {
  private static final int CALLS_A_BURST = 500;
  private static final int BURSTS = 4_000;
  private static final int WARM_UP_BURSTS = 400;
  private static final int[] HOPS = {0, 4, 8};

  private final World world = World.real(1);

  private HopCost() {}

  /// Runs it.
  public static void main(String[] args) {
    HopCost cost = new HopCost();
    System.out.printf("reading the clock: %.0f ns; each hop reads it twice%n", cost.clockNanos());
    cost.print("no trace kept", 0);
    cost.print("one trace in 100 kept", 100);
    cost.print("every trace kept", 1);
  }

  private void print(String what, int sampleOneIn) {
    try (LiveSystem system = start(sampleOneIn)) {
      for (int i = 0; i < WARM_UP_BURSTS; i++) {
        burst(system, HOPS[i % HOPS.length]);
      }
      long[][] took = new long[HOPS.length][BURSTS];
      for (int i = 0; i < BURSTS; i++) {
        for (int arm = 0; arm < HOPS.length; arm++) {
          took[arm][i] = burst(system, HOPS[arm]);
        }
      }
      double[] nanos = new double[HOPS.length];
      for (int arm = 0; arm < HOPS.length; arm++) {
        Arrays.sort(took[arm]);
        nanos[arm] = (double) took[arm][BURSTS / 10] / CALLS_A_BURST;
      }
      System.out.printf(
          "%-22s call %4.0f ns, with 4 hops %4.0f, with 8 hops %4.0f: %3.0f ns a hop%n",
          what, nanos[0], nanos[1], nanos[2], (nanos[2] - nanos[0]) / 8);
    }
  }

  private long burst(LiveSystem system, int hops) {
    String path = "/" + hops;
    long begun = world.ticks().nanos();
    for (int i = 0; i < CALLS_A_BURST; i++) {
      system.handle(
          new Call(
              "GET", path, Map.of(), Map.of(), "", world.ticks().nanos(), Patience.ENDLESS, ""));
    }
    return world.ticks().nanos() - begun;
  }

  private double clockNanos() {
    long[] took = new long[BURSTS];
    for (int i = 0; i < BURSTS; i++) {
      long begun = world.ticks().nanos();
      for (int read = 0; read < CALLS_A_BURST; read++) {
        world.ticks().nanos();
      }
      took[i] = world.ticks().nanos() - begun;
    }
    Arrays.sort(took);
    return (double) took[BURSTS / 10] / CALLS_A_BURST;
  }

  private LiveSystem start(int sample) {
    return LiveSystems.of(
            List.of(new Empty()), new SystemLimits(20_000, 2_000, 10_000, 200_000_000L, sample))
        .build("empty", world, LeverValues.initial(List.of()));
  }

  /// A system whose calls cross a bounded part over and over.
  private static final class Empty implements Blueprint {
    @Override
    public Design design() {
      return new Design(
          "empty",
          List.of(
              new Design.Part("a", Design.Part.Kind.APP, 0),
              new Design.Part("b", Design.Part.Kind.CACHE, 64)),
          List.of(new Design.HopPlan("a", "b", Duration.ZERO, Duration.ofSeconds(1))),
          List.of(new Design.Operation("cross", "Crosses hops.", "GET", "/{hops}", "")),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of("eu", "us"));
    }

    @Override
    public Service build(Kit kit) {
      return new Crossing(kit.hop("a>b"));
    }
  }

  private record Crossing(Hop hop) implements Service {
    private static final Reply DONE = Reply.bare(204, Map.of());

    @Override
    public String operation(Visit visit) {
      return "cross";
    }

    @Override
    public Reply serve(Visit visit) throws InterruptedException {
      int times = visit.call().path().charAt(1) - '0';
      Reply reply = DONE;
      for (int i = 0; i < times; i++) {
        reply = hop.cross(visit, () -> DONE);
      }
      return reply;
    }

    @Override
    public void change(LeverValues levers) {}

    @Override
    public void suffer(String fault, double intensity) {}

    @Override
    public void recover(String fault) {}

    @Override
    public String act(String action, Map<String, String> arguments) {
      return "";
    }

    @Override
    public Map<String, Double> gauges() {
      return Map.of();
    }

    @Override
    public Map<String, Double> oracles() {
      return Map.of();
    }

    @Override
    public CallSource traffic(String traffic, Map<String, String> parameters) {
      return (dueNanos, _) -> Call.get("/", Map.of(), dueNanos);
    }

    @Override
    public void close() {}
  }
}
