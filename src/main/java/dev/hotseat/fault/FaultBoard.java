package dev.hotseat.fault;

import dev.hotseat.fault.FaultKind.Effect;
import dev.hotseat.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The faults in force in one system. Starting or stopping one rewrites what each hop it bites asks
/// at its gate; the hops themselves never look here.
public final class FaultBoard {
  private final World world;
  private final Map<String, FaultKind> kinds = new LinkedHashMap<>();
  private final Map<String, Tollgate> gates = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, FaultInForce> inForce = new LinkedHashMap<>();

  /// A board for these kinds of faults over these hops.
  ///
  /// @throws IllegalArgumentException when a fault names a hop that is not there
  public FaultBoard(World world, List<FaultKind> kinds, List<String> hops) {
    this.world = world;
    hops.forEach(hop -> gates.put(hop, new Tollgate(hop, world.dice())));
    for (FaultKind kind : kinds) {
      this.kinds.put(kind.name(), kind);
      for (String hop : bitten(kind.effect())) {
        if (!gates.containsKey(hop)) {
          throw new IllegalArgumentException(kind.name() + " bites a hop not there: " + hop);
        }
      }
    }
  }

  /// The gate of a hop.
  ///
  /// @throws IllegalArgumentException on an unknown hop
  public Tollgate gate(String hop) {
    Tollgate found = gates.get(hop);
    if (found == null) {
      throw new IllegalArgumentException("no hop " + hop);
    }
    return found;
  }

  /// The kind of fault with this name.
  public Optional<FaultKind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /// Starts a fault, or changes the intensity of one in force, which keeps its start time.
  public FaultInForce start(FaultKind kind, double intensity) {
    lock.lock();
    try {
      FaultInForce before = inForce.get(kind.name());
      FaultInForce now =
          new FaultInForce(
              kind, intensity, before == null ? world.wall().instant() : before.startedAt());
      inForce.put(kind.name(), now);
      rewrite();
      return now;
    } finally {
      lock.unlock();
    }
  }

  /// Stops a fault and says whether it was in force.
  public boolean stop(String name) {
    lock.lock();
    try {
      boolean was = inForce.remove(name) != null;
      rewrite();
      return was;
    } finally {
      lock.unlock();
    }
  }

  /// The faults in force, in the order in which they began.
  public List<FaultInForce> inForce() {
    lock.lock();
    try {
      return List.copyOf(inForce.values());
    } finally {
      lock.unlock();
    }
  }

  private void rewrite() {
    gates.forEach((hop, gate) -> gate.set(tollAt(hop)));
  }

  private Toll tollAt(String hop) {
    double slowMillis = 0;
    boolean cut = false;
    List<Toll.Chance> chances = new ArrayList<>();
    for (FaultInForce fault : inForce.values()) {
      if (!bitten(fault.kind().effect()).contains(hop)) {
        continue;
      }
      switch (fault.kind().effect()) {
        case Effect.Slow _ -> slowMillis += fault.intensity();
        case Effect.Fail(_, String reason) ->
            chances.add(new Toll.Chance(fault.intensity(), reason));
        case Effect.Cut _ -> cut = true;
        case Effect.Own() -> {}
      }
    }
    if (slowMillis == 0 && chances.isEmpty() && !cut) {
      return Toll.NONE;
    }
    return new Toll((long) (slowMillis * TimeUnit.MILLISECONDS.toNanos(1)), chances, cut);
  }

  private static List<String> bitten(Effect effect) {
    return switch (effect) {
      case Effect.Slow(List<String> hops) -> hops;
      case Effect.Fail(List<String> hops, _) -> hops;
      case Effect.Cut(List<String> hops) -> hops;
      case Effect.Own() -> List.of();
    };
  }
}
