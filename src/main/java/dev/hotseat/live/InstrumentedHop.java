package dev.hotseat.live;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.fault.Toll;
import dev.hotseat.fault.Tollgate;
import dev.hotseat.live.Design.HopPlan;
import dev.hotseat.telemetry.Meter;
import dev.hotseat.world.World;
import java.time.Duration;
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
  private volatile @Nullable MortalNode far;

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

  /// From now on the work runs inside this node.
  void leadInto(MortalNode node) {
    far = node;
  }

  @Override
  public <T, E extends Exception> T cross(Visit visit, Work<T, E> work)
      throws E, InterruptedException {
    return cross(visit, Long.MAX_VALUE, work);
  }

  @Override
  public Hop within(Duration patience) {
    return new Hurried(this, patience.toNanos());
  }

  private <T, E extends Exception> T cross(Visit visit, long timeLimitNanos, Work<T, E> work)
      throws E, InterruptedException {
    TracedVisit traced = (TracedVisit) visit;
    MortalNode.Incarnation caller = traced.inside();
    caller.checkAlive();
    long begunNanos = world.ticks().nanos();
    int span = traced.begin(name, begunNanos);
    long waitedNanos = 0;
    boolean systemFailed = true;
    boolean holding = false;
    try {
      if (slots != null) {
        if (!slots.takeNow()) {
          boolean came = slots.take(Math.min(patienceNanos, timeLimitNanos));
          waitedNanos = world.ticks().nanos() - begunNanos;
          if (!came) {
            throw noSlot(slots);
          }
        }
        holding = true;
      }
      travel(timeLimitNanos - waitedNanos);
      MortalNode node = far;
      T result = node == null ? work.run() : node.run(traced, work);
      caller.checkAlive();
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

  private void travel(long leftNanos) throws InterruptedException {
    Toll toll = gate.toll();
    if (toll == Toll.NONE) {
      journey(leftNanos);
    } else {
      suffer(toll, leftNanos);
    }
  }

  private void journey(long leftNanos) throws InterruptedException {
    if (travelNanos > 0) {
      world.pause().sleepNanos(Math.min(travelNanos, leftNanos));
    }
    if (travelNanos > leftNanos) {
      throw timeout();
    }
  }

  private void suffer(Toll toll, long leftNanos) throws InterruptedException {
    if (toll.cut()) {
      long patientNanos = Math.min(patienceNanos, leftNanos);
      hold(toll, patientNanos);
      if (gate.toll().cut()) {
        throw failure(504, "unreachable", "no answer within " + millis(patientNanos));
      }
      journey(leftNanos);
      return;
    }
    String reason = gate.unlucky(toll).orElse("");
    long heldNanos = hold(toll, Math.min(toll.slowNanos(), leftNanos));
    if (heldNanos == leftNanos && toll.slowNanos() > leftNanos) {
      throw timeout();
    }
    journey(leftNanos - heldNanos);
    if (!reason.isEmpty()) {
      throw failure(503, reason, "the far side failed");
    }
  }

  /// Waits so long, or until the fault is over, and says how long that was meant to be.
  private long hold(Toll toll, long nanos) throws InterruptedException {
    long left = nanos;
    while (left > 0 && gate.toll() == toll) {
      long piece = Math.min(left, PIECE_NANOS);
      world.pause().sleepNanos(piece);
      left -= piece;
    }
    return nanos - left;
  }

  private HopFailure noSlot(Slots full) {
    return failure(
        503,
        "pool-wait",
        "no slot of " + full.size() + " came free within " + millis(patienceNanos));
  }

  private HopFailure timeout() {
    return failure(504, "timeout", "no answer in the time the caller allows");
  }

  private HopFailure failure(int status, String reason, String detail) {
    return new HopFailure(status, new Why(reason, name, detail));
  }

  private static String millis(long nanos) {
    return nanos / 1_000_000 + " ms";
  }

  /// The same hop for a caller with less patience.
  private record Hurried(InstrumentedHop hop, long timeLimitNanos) implements Hop {
    @Override
    public <T, E extends Exception> T cross(Visit visit, Work<T, E> work)
        throws E, InterruptedException {
      return hop.cross(visit, timeLimitNanos, work);
    }

    @Override
    public Hop within(Duration patience) {
      return new Hurried(hop, Math.min(timeLimitNanos, patience.toNanos()));
    }

    @Override
    public String name() {
      return hop.name();
    }
  }
}
