package dev.hotseat.live.migration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The faults in force that only this system knows how to suffer.
final class Disturbance {
  private final Map<String, Double> inForce = new ConcurrentHashMap<>();

  void begin(String fault, double intensity) {
    inForce.put(fault, intensity);
  }

  void end(String fault) {
    inForce.remove(fault);
  }

  /// Intensity of a fault, 0 while it is not in force.
  double of(String fault) {
    return inForce.isEmpty() ? 0 : inForce.getOrDefault(fault, 0.0);
  }
}
