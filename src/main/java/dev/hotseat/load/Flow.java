package dev.hotseat.load;

import dev.hotseat.exchange.Refusal;
import java.util.Map;

/// One kind of traffic in a mix. Results list operations by the name of their traffic.
///
/// @param traffic name of the traffic, as the target's [Traffic] knows it; `name@region` is the
///   same traffic from one region, with figures of its own
/// @param weight its share of all arrivals, relative to the other weights
/// @param parameters what the traffic's source is told, such as `skew`
public record Flow(String traffic, double weight, Map<String, String> parameters) {

  public Flow {
    parameters = Map.copyOf(parameters);
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new Refusal("mix." + traffic, "a weight above 0", Double.toString(weight));
    }
  }

  /// The name without its region.
  static String family(String traffic) {
    int at = traffic.indexOf('@');
    return at < 0 ? traffic : traffic.substring(0, at);
  }

  /// Traffic as its source makes it by itself.
  public static Flow of(String traffic, double weight) {
    return new Flow(traffic, weight, Map.of());
  }
}
