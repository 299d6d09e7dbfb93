package dev.hotseat.interview;

import dev.hotseat.event.SessionEvent;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.SessionEvent.Steered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a human interviewer wants of the follow-ups.
///
/// @param held not to be asked for now
/// @param skipped never to be asked
/// @param next to be asked as soon as it is polite
/// @param words to say instead of the script's
record Steering(
    Set<String> held, Set<String> skipped, List<String> next, Map<String, String> words) {
  static final Steering NONE = new Steering(Set.of(), Set.of(), List.of(), Map.of());

  Steering {
    held = Set.copyOf(held);
    skipped = Set.copyOf(skipped);
    next = List.copyOf(next);
    words = Map.copyOf(words);
  }

  Steering after(SessionEvent event) {
    return switch (event) {
      case Steered(String id, String what, String text, _) -> steered(id, what, text);
      case Spoke(_, Spoke.Kind kind, String id, _) when kind == Spoke.Kind.FOLLOW_UP -> asked(id);
      default -> this;
    };
  }

  private Steering steered(String id, String what, String text) {
    Set<String> holding = new HashSet<>(held);
    Set<String> skipping = new HashSet<>(skipped);
    List<String> asking = new ArrayList<>(next);
    Map<String, String> wording = new HashMap<>(words);
    switch (what) {
      case "hold" -> {
        holding.add(id);
        asking.remove(id);
      }
      case "release" -> {
        holding.remove(id);
        skipping.remove(id);
      }
      case "skip" -> {
        skipping.add(id);
        asking.remove(id);
      }
      case "ask" -> {
        holding.remove(id);
        skipping.remove(id);
        if (!asking.contains(id)) {
          asking.add(id);
        }
      }
      case "edit" -> wording.put(id, text);
      default -> {
        // A word of a later version: nothing to do is the safe reading.
      }
    }
    return new Steering(holding, skipping, asking, wording);
  }

  private Steering asked(String id) {
    return new Steering(
        held, skipped, next.stream().filter(each -> !each.equals(id)).toList(), words);
  }
}
