package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the candidate has said so far.
///
/// @param answered questions answered or done
/// @param heard concepts affirmed
/// @param clarified fact-sheet entries asked for
/// @param assumed assumptions as last stated
record Talk(Set<String> answered, Set<String> heard, Tally clarified, Map<String, Double> assumed) {
  static final Talk SILENT = new Talk(Set.of(), Set.of(), Tally.EMPTY, Map.of());
  private static final Set<String> SETTLED = Set.of("answered", "done");

  Talk {
    answered = Set.copyOf(answered);
    heard = Set.copyOf(heard);
    assumed = Map.copyOf(assumed);
  }

  Talk after(SessionEvent event) {
    return switch (event) {
      case Answered said -> with(said);
      case QuestionClosed(String question, String how) when SETTLED.contains(how) ->
          settled(question);
      default -> this;
    };
  }

  private Talk settled(String question) {
    Set<String> next = new HashSet<>(answered);
    next.add(question);
    return new Talk(next, heard, clarified, assumed);
  }

  private Talk with(Answered said) {
    Set<String> concepts = new HashSet<>(heard);
    if (!said.onlyEchoes()) {
      said.mentions().stream()
          .filter(each -> each.stance() == Mention.Stance.AFFIRMED)
          .forEach(each -> concepts.add(each.concept()));
    }
    Map<String, Double> assumptions = new HashMap<>(assumed);
    assumptions.putAll(said.assumptions());
    Tally asked =
        said.clarification().isEmpty() ? clarified : clarified.plusOne(said.clarification());
    return new Talk(answered, concepts, asked, assumptions);
  }
}
