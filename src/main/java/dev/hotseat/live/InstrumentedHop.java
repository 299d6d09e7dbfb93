package dev.hotseat.live;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.fault.Toll;
import dev.hotseat.fault.Tollgate;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.telemetry.Meter;
import dev.hotseat.world.World;
import org.jspecify.annotations.Nullable;

/// A hop whose crossings take a slot, take time, meet faults and are measured.
final class InstrumentedHop implements Hop {
  /*
   * An injected wait is slept in pieces no longer than this, so that a fault that is stopped lets go
   * of the calls it holds: off means off.
   */
  private static final long PIECE_NANOS = 50_000_000L;

  private final String name;
  private final long travelNanos;
  private final long patienceNanos;
  private final @Nullable Slots slots;
  private final Tollgate gate;
  private final Meter meter;
  private final World world;

  InstrumentedHop(HopPlan plan, @Nullable Slots slots, Tollgate gate, Meter meter, World world) {
    this.name = plan.name();
    this.travelNanos = plan.travel().toNanos();
    this.patienceNanos = plan.patience().toNanos();
    this.slots = slots;
    this.gate = gate;
    this.meter = meter;
    this.world = world;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public <T, E extends Exception> T cross(Visit visit, Work<T, E> work)
      throws E, InterruptedException {
    TracedVisit traced = (TracedVisit) visit;
    long begunNanos = world.ticks().nanos();
    int span = traced.begin(name, begunNanos);
    long waitedNanos = 0;
    boolean systemFailed = true;
    boolean holding = false;
    try {
      if (slots != null) {
        if (!slots.takeNow()) {
          boolean came = slots.take(patienceNanos);
          waitedNanos = world.ticks().nanos() - begunNanos;
          if (!came) {
            throw noSlot(slots);
          }
        }
        holding = true;
      }
      travel();
      T result = work.run();
      systemFailed = false;
      return result;
    } catch (HopFailure failure) {
      systemFailed = Reply.refused(failure.status(), failure.why()).failed();
      traced.failed(span, failure.why().reason());
      throw failure;
    } catch (Throwable other) {
      traced.failed(span, other instanceof InterruptedException ? "interrupted" : "bug");
      throw other;
    } finally {
      if (holding && slots != null) {
        slots.give();
      }
      long tookNanos = world.ticks().nanos() - begunNanos;
      traced.end(span, tookNanos, waitedNanos);
      if (systemFailed) {
        meter.fail(tookNanos);
      } else {
        meter.record(tookNanos);
      }
    }
  }

  private void travel() throws InterruptedException {
    Toll toll = gate.toll();
    if (toll == Toll.NONE) {
      if (travelNanos > 0) {
        world.pause().sleepNanos(travelNanos);
      }
      return;
    }
    suffer(toll);
  }

  private void suffer(Toll toll) throws InterruptedException {
    if (toll.cut()) {
      hold(toll, patienceNanos);
      if (gate.toll().cut()) {
        throw failure(504, "unreachable", "no answer within " + millis(patienceNanos));
      }
      world.pause().sleepNanos(travelNanos);
      return;
    }
    String reason = gate.unlucky(toll).orElse("");
    hold(toll, toll.slowNanos());
    world.pause().sleepNanos(travelNanos);
    if (!reason.isEmpty()) {
      throw failure(503, reason, "the far side failed");
    }
  }

  private void hold(Toll toll, long nanos) throws InterruptedException {
    long left = nanos;
    while (left > 0 && gate.toll() == toll) {
      long piece = Math.min(left, PIECE_NANOS);
      world.pause().sleepNanos(piece);
      left -= piece;
    }
  }

  private HopFailure noSlot(Slots full) {
    return failure(
        503,
        "pool-wait",
        "no slot of " + full.size() + " came free within " + millis(patienceNanos));
  }

  private HopFailure failure(int status, String reason, String detail) {
    return new HopFailure(status, new Why(reason, name, detail));
  }

  private static String millis(long nanos) {
    return nanos / 1_000_000 + " ms";
  }
}
