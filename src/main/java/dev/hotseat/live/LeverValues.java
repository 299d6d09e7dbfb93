package dev.hotseat.live;

import dev.hotseat.exchange.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An immutable set of lever values, complete and valid for the levers it was made from.
public final class LeverValues {
  private final Map<String, Lever> levers;
  private final Map<String, String> values;

  private LeverValues(Map<String, Lever> levers, Map<String, String> values) {
    this.levers = levers;
    this.values = values;
  }

  /// The values a new system starts with.
  public static LeverValues initial(List<Lever> levers) {
    Map<String, Lever> byName = new LinkedHashMap<>();
    Map<String, String> values = new LinkedHashMap<>();
    for (Lever lever : levers) {
      byName.put(lever.name(), lever);
      values.put(lever.name(), lever.initial());
    }
    return new LeverValues(byName, values);
  }

  /// These values with some changed; this object stays as it is.
  ///
  /// @throws Refusal on an unknown lever or a value it does not take
  public LeverValues with(Map<String, String> changes) {
    Map<String, String> next = new LinkedHashMap<>(values);
    changes.forEach((name, text) -> next.put(name, lever(name).canonical(text)));
    return new LeverValues(levers, next);
  }

  /// The value of a choice lever.
  public String text(String name) {
    return values.getOrDefault(lever(name).name(), "");
  }

  /// The value of a number lever.
  public long number(String name) {
    return Long.parseLong(text(name));
  }

  /// Whether a switch lever is on.
  public boolean on(String name) {
    return "on".equals(text(name));
  }

  /// All values by lever name, in the order of declaration.
  public Map<String, String> all() {
    return new LinkedHashMap<>(values);
  }

  private Lever lever(String name) {
    Lever found = levers.get(name);
    if (found == null) {
      throw new Refusal(name, "one of " + String.join(", ", levers.keySet()), name);
    }
    return found;
  }
}
