package dev.hotseat.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The faults in force that only one system knows how to suffer.
public final class Disturbance {
  private final Map<String, Double> inForce = new ConcurrentHashMap<>();

  /// A fault is in force from now on, so heavily.
  public void begin(String fault, double intensity) {
    inForce.put(fault, intensity);
  }

  /// It is over.
  public void end(String fault) {
    inForce.remove(fault);
  }

  /// Intensity of a fault, 0 while it is not in force.
  public double of(String fault) {
    return inForce.isEmpty() ? 0 : inForce.getOrDefault(fault, 0.0);
  }
}
