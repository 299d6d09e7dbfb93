package dev.hotseat.live.orders;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Patience;
import dev.hotseat.live.Kit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Customers that come on top of the usual ones, as after an advertisement: at a rate of their own,
/// whatever becomes of their calls.
final class Crowd {
  private final Kit kit;
  private final Traffic traffic;
  private volatile double perSecond;
  private volatile Duration patience = Duration.ofSeconds(2);

  Crowd(Kit kit, Traffic traffic) {
    this.kit = kit;
    this.traffic = traffic;
  }

  /// From now on so many visitors look at product pages each second who came by an advertisement;
  /// none at zero.
  ///
  /// @param waits how long each of them waits for its answer
  void come(double rate, Duration waits) {
    patience = waits;
    boolean begins = perSecond == 0 && rate > 0;
    perSecond = rate;
    if (begins) {
      kit.background("crowd", this::send);
    }
  }

  private void send() throws InterruptedException {
    CallSource source = traffic.of("browse", Map.of());
    RandomGenerator random = kit.world().dice().stream("crowd");
    long dueNanos = kit.world().ticks().nanos();
    while (perSecond > 0) {
      dueNanos += (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
      kit.world().pause().sleepNanos(dueNanos - kit.world().ticks().nanos());
      Call call = patient(source.next(dueNanos, random));
      kit.background("crowd", () -> kit.door().handle(call));
    }
  }

  private Call patient(Call call) {
    return new Call(
        call.method(),
        call.path(),
        Map.of("offer", "spring"),
        call.headers(),
        call.body(),
        call.dueNanos(),
        new Patience("interactive", patience.toNanos()),
        "");
  }
}
