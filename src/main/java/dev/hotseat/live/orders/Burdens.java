package dev.hotseat.live.orders;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How heavy everything is at present that a flaw can trip over.
final class Burdens {
  private final Map<Burden, Double> unusual = new ConcurrentHashMap<>();

  void set(Burden burden, double value) {
    unusual.put(burden, value);
  }

  void usual(Burden burden) {
    unusual.remove(burden);
  }

  double of(Burden burden) {
    return unusual.getOrDefault(burden, burden.usual());
  }

  @Override
  public String toString() {
    Map<Burden, Double> all = new EnumMap<>(Burden.class);
    for (Burden each : Burden.values()) {
      all.put(each, of(each));
    }
    return all.toString();
  }
}
