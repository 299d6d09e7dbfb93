package dev.hotseat.hearing;

import dev.hotseat.hearing.Cue.Only;
import dev.hotseat.hearing.Cue.Reach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Which words of an utterance are denied.
/* Every cue (`not`, `instead of`, `avoid` …) gets a scope: the words it reaches. A word inside an odd
 * number of scopes is denied, inside an even number affirmed; so "I would not skip the cache" speaks
 * for the cache. A cue whose own words belong to the match does not count against it: that is how an
 * author writes a concept that is itself a denial, such as "never cache".
 */
final class Negation {
  private static final int OBJECT_WORDS_MAX = 8;
  private static final int ITEM_WORDS_MAX = 4;
  private static final Set<String> LEAD_ELSEWHERE =
      Set.of(
          "by", "with", "using", "via", "through", "thanks", "because", "so", "when", "while", "if",
          "until", "after", "before", "as", "but", "use", "would", "will", "should", "since");
  private static final Set<String> PREFERENCES =
      Set.of(
          "prefer",
          "prefers",
          "preferred",
          "choose",
          "chose",
          "pick",
          "picked",
          "favour",
          "favor",
          "take",
          "select",
          "preferable");
  private static final Set<String> ANAPHORS = Set.of("it", "them", "these", "those", "this");
  private static final Set<String> RESULTS =
      Set.of("means", "so", "then", "therefore", "hence", "thus", "guarantees", "ensures");
  private static final Set<String> CONTRASTS = Set.of("but", "instead", "just", "only", "rather");
  private static final Set<String> DANGERS = WordList.stems("dangers");
  private static final Set<String> HARMS = WordList.stems("harms");

  private final Utterance heard;
  private final List<Scope> scopes = new ArrayList<>();
  private final BitSet argued = new BitSet();

  /// The words `from` to `to` (exclusive) are denied by the cue at `cueFrom` to `cueTo`.
  private record Scope(int cueFrom, int cueTo, int from, int to, Reach reach) {
    boolean covers(int token) {
      return from <= token && token < to && (token < cueFrom || token >= cueTo);
    }

    boolean isPartOf(List<Integer> terms) {
      return terms.stream().anyMatch(term -> cueFrom <= term && term < cueTo);
    }
  }

  private Negation(Utterance heard) {
    this.heard = heard;
  }

  static Negation in(Utterance heard) {
    Negation negation = new Negation(heard);
    for (int i = 0; i < heard.size(); ) {
      i += negation.cueAt(i);
    }
    negation.dropDeniedJudgements();
    return negation;
  }

  /// Whether the words of a match are denied, taken together.
  boolean denies(List<Integer> terms) {
    List<Scope> active = scopes.stream().filter(scope -> !scope.isPartOf(terms)).toList();
    List<Integer> denied = terms.stream().filter(term -> isOdd(active, term)).toList();
    return !denied.isEmpty() && !isTakenUpAgain(terms, denied);
  }

  /// Whether all of `terms` stand in a "without X, this harm follows": an argument for X.
  boolean argues(List<Integer> terms) {
    return terms.stream().allMatch(argued::get);
  }

  private static boolean isOdd(List<Scope> scopes, int term) {
    return scopes.stream().filter(scope -> scope.covers(term)).count() % 2 == 1;
  }

  /// "We do not update clicks at once, we batch them": the later clause takes the thing up again.
  private boolean isTakenUpAgain(List<Integer> terms, List<Integer> denied) {
    int last = terms.getLast();
    if (heard.clause(denied.getLast()) == heard.clause(last)) {
      return false;
    }
    for (int i = last; i < heard.size() && heard.clause(i) == heard.clause(last); i++) {
      if (ANAPHORS.contains(heard.word(i))) {
        return true;
      }
    }
    return false;
  }

  /// Reads the cue at `i`, if one begins there; returns how many words to move on.
  private int cueAt(int i) {
    for (Cue cue : Cue.beginningWith(heard.word(i))) {
      if (heard.standsAt(cue.words(), i) && counts(cue, i)) {
        int end = i + cue.words().size();
        scope(cue, i, end);
        return cue.words().size();
      }
    }
    return 1;
  }

  private boolean counts(Cue cue, int i) {
    return switch (cue.only()) {
      case ALWAYS, UNLESS_ARGUED, UNLESS_DANGER, UNLESS_RESULT -> true;
      case OF_MYSELF -> isOfMyself(i);
      case AFTER_PREFERENCE -> isAfter(i, PREFERENCES, 2) && !Grammar.isVerb(heard.word(i + 1));
      case AFTER_RATHER -> isAfter(i, Set.of("rather"), 2);
      case OF_A_SUBJECT -> isJudgement(i);
    };
  }

  private boolean isOfMyself(int i) {
    if (startOfClause(i) == i) {
      return true;
    }
    for (int k = i - 1; k >= startOfClause(i) && k >= i - 4; k--) {
      if (Grammar.SPEAKERS.contains(heard.word(k))) {
        return true;
      }
    }
    return false;
  }

  private boolean isAfter(int i, Set<String> words, int distanceMin) {
    for (int k = i - distanceMin; k >= startOfClause(i); k--) {
      if (words.contains(heard.word(k))) {
        return true;
      }
    }
    return false;
  }

  private boolean isJudgement(int i) {
    for (int k = i - 1; k >= startOfClause(i) && k >= i - 4; k--) {
      if (Grammar.AUXILIARIES.contains(heard.word(k)) || heard.word(k).startsWith("seem")) {
        return k > startOfClause(i) && !Grammar.SPEAKERS.contains(heard.word(k - 1));
      }
    }
    return false;
  }

  private void scope(Cue cue, int from, int to) {
    switch (cue.reach()) {
      case NOTHING -> {}
      case SUBJECT -> add(from, to, startOfClause(from), from, Reach.SUBJECT);
      case CLAUSE -> {
        int resumed = afterInterruption(from, to);
        if (resumed < heard.sentence(from).to()) {
          int end = endOfClause(resumed, resumed);
          add(from, to, resumed, endOfList(resumed, end), Reach.CLAUSE);
        }
        denySubject(from, to);
      }
      case OBJECT -> object(cue, from, to);
    }
  }

  /// "I would not, to be honest, use X": the denial goes on behind the second comma.
  private int afterInterruption(int from, int to) {
    Utterance.Sentence sentence = heard.sentence(from);
    if (to >= sentence.to() || heard.clause(to) == heard.clause(from)) {
      return to;
    }
    int next = endOfClause(to, to);
    boolean closed = next < sentence.to() && heard.gapBefore(next).contains(",");
    return closed && heard.gapBefore(to).contains(",") ? next : to;
  }

  /// "X is not needed" denies X, "we do not need X" does not deny us.
  private void denySubject(int from, int to) {
    int start = startOfClause(from);
    boolean ofMyself = from - 2 >= start && Grammar.SPEAKERS.contains(heard.word(from - 2));
    for (int k = to; k < Math.min(to + 3, endOfClause(from, to)); k++) {
      if (!ofMyself && from > start && Cue.deniesItsSubject(heard.word(k))) {
        add(from, to, start, from, Reach.SUBJECT);
        return;
      }
    }
  }

  private void object(Cue cue, int from, int to) {
    int end = endOfObject(from, to);
    boolean danger = anyStem(to, end, DANGERS);
    if (danger && (cue.only() == Only.UNLESS_DANGER || isResult(cue, from))) {
      return;
    }
    if (cue.only() == Only.UNLESS_ARGUED && isArgued(from, end)) {
      argued.set(to, end);
      return;
    }
    add(from, to, to, endOfList(to, end), Reach.OBJECT);
  }

  private boolean isResult(Cue cue, int from) {
    return cue.only() == Only.UNLESS_RESULT && RESULTS.contains(heard.word(from - 1));
  }

  /// "Without X the store drowns" and "it would drown without X" speak for X; "it runs without X",
  /// and "without X I would …", do not.
  private boolean isArgued(int from, int end) {
    Utterance.Sentence sentence = heard.sentence(from);
    boolean harm = anyStem(sentence.from(), from, HARMS) || anyStem(from + 3, sentence.to(), HARMS);
    boolean denied = scopes.stream().anyMatch(scope -> scope.covers(from));
    boolean mine = end < sentence.to() && Grammar.SPEAKERS.contains(heard.word(end));
    return harm && !denied && !(mine && startOfClause(from) == from);
  }

  private boolean anyStem(int from, int to, Set<String> stems) {
    for (int i = from; i < to; i++) {
      if (stems.contains(heard.token(i).stem())) {
        return true;
      }
    }
    return false;
  }

  private void add(int cueFrom, int cueTo, int from, int to, Reach reach) {
    if (from < to && isHypothetical(cueFrom)) {
      argued.set(from, to);
    } else if (from < to) {
      scopes.add(new Scope(cueFrom, cueTo, from, to, reach));
    }
  }

  /// "If there is no limit, one client drowns the rest": said to speak for the limit.
  private boolean isHypothetical(int cue) {
    for (int k = cue - 1; k >= startOfClause(cue) && k >= cue - 4; k--) {
      if (heard.word(k).equals("if")) {
        Utterance.Sentence sentence = heard.sentence(cue);
        return anyStem(endOfClause(cue, cue), sentence.to(), HARMS);
      }
    }
    return false;
  }

  /// "X is not overkill": the judgement is itself denied, so it does not deny X.
  private void dropDeniedJudgements() {
    List<Scope> ahead = scopes.stream().filter(s -> s.reach() != Reach.SUBJECT).toList();
    scopes.removeIf(scope ->
        scope.reach() == Reach.SUBJECT
            && ahead.stream().anyMatch(other -> other.covers(scope.cueFrom())));
  }

  private int startOfClause(int i) {
    int start = i;
    while (start > 0 && heard.clause(start - 1) == heard.clause(i)) {
      start--;
    }
    return start;
  }

  private int endOfClause(int cueFrom, int from) {
    int end = from;
    while (end < heard.size() && heard.clause(end) == heard.clause(cueFrom)) {
      end++;
    }
    return end;
  }

  private int endOfObject(int cueFrom, int from) {
    int end = from;
    int clauseEnd = Math.min(endOfClause(cueFrom, from), from + OBJECT_WORDS_MAX);
    while (end < clauseEnd
        && !LEAD_ELSEWHERE.contains(heard.word(end))
        && !Grammar.SPEAKERS.contains(heard.word(end))) {
      end++;
    }
    return end;
  }

  /// Carries a denial over the commas of a list: "no cache, queue or replica".
  private int endOfList(int from, int end) {
    if (from >= end) {
      return end;
    }
    Utterance.Sentence sentence = heard.sentence(from);
    int reached = end;
    int at = end;
    while (at < sentence.to() && isItem(at)) {
      at = endOfClause(at, at);
      if (joinsByOr(reached, at)) {
        return at;
      }
    }
    return reached;
  }

  private boolean isItem(int from) {
    int to = endOfClause(from, from);
    return heard.gapBefore(from).contains(",")
        && to - from <= ITEM_WORDS_MAX + 3
        && !CONTRASTS.contains(heard.word(from))
        && !Grammar.hasVerb(heard, from, to);
  }

  private boolean joinsByOr(int from, int to) {
    for (int i = from; i < to; i++) {
      if (heard.word(i).equals("or") || heard.word(i).equals("nor")) {
        return true;
      }
    }
    return false;
  }
}
