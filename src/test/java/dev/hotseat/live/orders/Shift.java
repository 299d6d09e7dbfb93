package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.testing.LiveRig;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// A night on call: the service under constant traffic, open loop, and what its customers feel.
final class Shift extends LiveRig {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  /// Checkouts of one look; its p99 is the third slowest.
  private static final int LOOK = 240;

  private final List<Ended> ended = new ArrayList<>();
  private volatile boolean over;
  private final Thread sender;

  /// A shift with this traffic: kinds and calls a second in turn.
  Shift(long seed, Object... kindsAndRates) {
    super(new OrdersBlueprint(), World.real(seed), Map.of());
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < kindsAndRates.length; i += 2) {
      String kind = kindsAndRates[i].toString();
      double rate = ((Number) kindsAndRates[i + 1]).doubleValue();
      sources.add(new Source(kind, rate, system.traffic(kind, Map.of())));
    }
    this.sender = Thread.ofVirtual().start(() -> send(sources));
  }

  /// Enough of everything to see a checkout suffer.
  static Shift quiet(long seed) {
    return new Shift(seed, "checkout", 60, "browse", 24, "orders", 6, "search", 4);
  }

  /// As much as on the fact sheet.
  static Shift asInLife(long seed) {
    return new Shift(seed, "mix", 240);
  }

  private record Source(String kind, double rate, CallSource calls) {}

  /// A checkout that came to its end.
  ///
  /// @param dueNanos when it was due
  record Ended(long dueNanos, double millis, boolean failed) {}

  private void send(List<Source> sources) {
    RandomGenerator random = world.dice().stream("shift");
    double rate = sources.stream().mapToDouble(Source::rate).sum();
    long due = now();
    while (!over) {
      due += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
      Source next = pick(sources, random.nextDouble() * rate);
      Call call = next.calls().next(due, random);
      try {
        world.pause().sleepNanos(due - now());
      } catch (InterruptedException _) {
        return;
      }
      Thread _ = Thread.ofVirtual().start(() -> handle(call));
    }
  }

  private static Source pick(List<Source> sources, double at) {
    double left = at;
    for (Source source : sources) {
      left -= source.rate();
      if (left < 0) {
        return source;
      }
    }
    return sources.getLast();
  }

  private void handle(Call call) {
    Reply reply = system.handle(call);
    if (call.path().equals("/checkout")) {
      double millis = (now() - call.dueNanos()) / 1e6;
      synchronized (ended) {
        ended.add(new Ended(call.dueNanos(), millis, reply.failed()));
      }
    }
  }

  /// The next checkouts that are due from now on, once so many have ended.
  List<Ended> next(int checkouts) throws InterruptedException {
    long from = now();
    while (now() - from < PATIENCE_NANOS) {
      pause(100);
      List<Ended> found = since(from);
      if (found.size() >= checkouts) {
        return found;
      }
    }
    throw new AssertionError(
        "of " + checkouts + " checkouts only " + since(from).size() + " ended");
  }

  private List<Ended> since(long from) {
    synchronized (ended) {
      ended.removeIf(each -> each.dueNanos() < from);
      return List.copyOf(ended);
    }
  }

  /// How long a slow checkout takes now, over so many of them.
  double p99(int checkouts) throws InterruptedException {
    return p99(next(checkouts));
  }

  static double p99(List<Ended> checkouts) {
    double[] sorted = checkouts.stream().mapToDouble(Ended::millis).sorted().toArray();
    return sorted[(int) (sorted.length * 0.99) - (sorted.length < 100 ? 1 : 0)];
  }

  static double failedShare(List<Ended> checkouts) {
    return checkouts.stream().filter(Ended::failed).count() / (double) checkouts.size();
  }

  /// How long a slow checkout takes when nothing is wrong. Noise of the machine only makes it
  /// longer, so the best of some looks is the truest.
  double healthy() throws InterruptedException {
    double best = p99(LOOK);
    for (int i = 0; i < 2; i++) {
      best = Math.min(best, p99(LOOK));
    }
    return best;
  }

  /// Waits for a look at which a slow checkout takes no longer than this and nobody fails.
  double comesDownTo(double millis) throws InterruptedException {
    long from = now();
    double last = Double.NaN;
    while (now() - from < PATIENCE_NANOS) {
      List<Ended> look = next(LOOK);
      last = p99(look);
      if (last <= millis && failedShare(look) < 0.005) {
        return last;
      }
    }
    throw new AssertionError("p99 stays at " + last + " ms, expected " + millis);
  }

  @Override
  public void close() {
    over = true;
    sender.interrupt();
    super.close();
  }
}
