package dev.hotseat.event;

import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the candidate has said so far.
///
/// @param answered questions answered or done
/// @param heard concepts affirmed
/// @param clarified fact-sheet entries asked for
/// @param assumed assumptions as last stated
/// @param claims answers in which anything was affirmed, in order
record Talk(
    Set<String> answered,
    Set<String> heard,
    Tally clarified,
    Map<String, Double> assumed,
    List<Claim> claims) {
  static final Talk SILENT = new Talk(Set.of(), Set.of(), Tally.EMPTY, Map.of(), List.of());
  private static final Set<String> SETTLED = Set.of("answered", "done");

  Talk {
    answered = Set.copyOf(answered);
    heard = Set.copyOf(heard);
    assumed = Map.copyOf(assumed);
    claims = List.copyOf(claims);
  }

  /// @param read instruments that were read since trouble began
  Talk after(SessionEvent event, Set<String> read) {
    return switch (event) {
      case Answered said -> with(said, read);
      case QuestionClosed(String question, String how) when SETTLED.contains(how) ->
          settled(question);
      default -> this;
    };
  }

  private Talk settled(String question) {
    Set<String> next = new HashSet<>(answered);
    next.add(question);
    return new Talk(next, heard, clarified, assumed, claims);
  }

  private Talk with(Answered said, Set<String> read) {
    Set<String> concepts = new HashSet<>(heard);
    List<Claim> next = new ArrayList<>(claims);
    if (!said.onlyEchoes()) {
      concepts.addAll(affirmed(said, true));
      Set<String> meant = affirmed(said, false);
      if (!meant.isEmpty()) {
        next.add(new Claim(said.questionId(), meant, read));
      }
    }
    Map<String, Double> assumptions = new HashMap<>(assumed);
    assumptions.putAll(said.assumptions());
    Tally asked = clarified;
    for (String fact : said.clarifications()) {
      asked = asked.plusOne(fact);
    }
    return new Talk(answered, concepts, asked, assumptions, next);
  }

  private static Set<String> affirmed(Answered said, boolean evenListed) {
    return said.mentions().stream()
        .filter(each -> each.stance() == Mention.Stance.AFFIRMED)
        .filter(each -> evenListed || !each.listed())
        .map(Mention::concept)
        .collect(Collectors.toUnmodifiableSet());
  }
}
