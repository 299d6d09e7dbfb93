package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionFailed;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.FaultStarted;
import dev.hotseat.event.SessionEvent.Looked;
import dev.hotseat.event.SessionEvent.Recovered;
import dev.hotseat.event.SessionEvent.SystemReset;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// When what was done, in seconds on the session's clock. An action counts from when it was decided
/// upon, which for one that takes time is when it was begun.
///
/// @param first of each action
/// @param last of each action
/// @param underWay how many of each action were begun and are not over
/// @param injected when the script first broke something; absent before
/// @param acting when an action that takes time was last begun; absent before the first
/// @param looks at instruments since then
record Deeds(
    Map<String, Double> first,
    Map<String, Double> last,
    Map<String, Integer> underWay,
    @Nullable Double injected,
    @Nullable Double acting,
    int looks) {
  static final Deeds NONE = new Deeds(Map.of(), Map.of(), Map.of(), null, null, 0);

  private static final String SCRIPT = "script";

  Deeds {
    first = Map.copyOf(first);
    last = Map.copyOf(last);
    underWay = Map.copyOf(underWay);
  }

  Deeds after(Entry entry) {
    double at = entry.elapsedSeconds();
    return switch (entry.event()) {
      case ActionBegun(String action, _, _, _) -> did(action, at).counted(action, 1).begun(at);
      case ActionTaken(String action, _, _, _) ->
          underWay.containsKey(action) ? counted(action, -1) : did(action, at);
      case ActionFailed(String action, _, _, _) -> counted(action, -1);
      case Looked _ -> new Deeds(first, last, underWay, injected, acting, looks + 1);
      case SystemReset _, Recovered _ -> new Deeds(first, last, Map.of(), injected, acting, looks);
      case FaultStarted(_, _, String by) when injected == null && by.equals(SCRIPT) ->
          new Deeds(first, last, underWay, at, acting, looks);
      default -> this;
    };
  }

  private Deeds did(String action, double at) {
    Map<String, Double> earliest = new HashMap<>(first);
    earliest.putIfAbsent(action, at);
    Map<String, Double> latest = new HashMap<>(last);
    latest.put(action, at);
    return new Deeds(earliest, latest, underWay, injected, acting, looks);
  }

  private Deeds begun(double at) {
    return new Deeds(first, last, underWay, injected, at, 0);
  }

  private Deeds counted(String action, int more) {
    Map<String, Integer> next = new HashMap<>(underWay);
    int count = next.getOrDefault(action, 0) + more;
    if (count > 0) {
      next.put(action, count);
    } else {
      next.remove(action);
    }
    return new Deeds(first, last, next, injected, acting, looks);
  }

  OptionalDouble firstOf(String action) {
    return given(first.get(action));
  }

  OptionalDouble lastOf(String action) {
    return given(last.get(action));
  }

  OptionalDouble injectedAt() {
    return given(injected);
  }

  OptionalDouble actingSince() {
    return given(acting);
  }

  private static OptionalDouble given(@Nullable Double at) {
    return at == null ? OptionalDouble.empty() : OptionalDouble.of(at);
  }
}
