package dev.hotseat.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Words that deny what stands near them, and how far they reach.
///
/// @param words in the spelling of [Tokens], so `is not` and not `isn't`
record Cue(List<String> words, Reach reach, Only only) {
  /// Which words a cue denies.
  enum Reach {
    /// To the end of the clause.
    CLAUSE,
    /// The object only: to the first word that leads elsewhere (by, with, so, when …).
    OBJECT,
    /// Backwards: the subject of the clause.
    SUBJECT,
    /// Nothing at all: words that look like a denial and are none (`not only`).
    NOTHING
  }

  /// When a cue counts.
  enum Only {
    ALWAYS,
    /// Said of the speaker's own doing: `I would skip X`, or as a command: `Skip X`. Not of what a
    /// part does: `the index rejects X`.
    OF_MYSELF,
    /// Not when what is avoided is a danger, for then the sentence speaks for the remedy.
    UNLESS_DANGER,
    /// Not where a danger is gone as a result: `which means no stampede`.
    UNLESS_RESULT,
    /// Not in `without X everything breaks`, which speaks for X.
    UNLESS_ARGUED,
    /// After a word of preference in the same clause: `I prefer A over B`.
    AFTER_PREFERENCE,
    /// After `rather` in the same clause: `rather A than B`.
    AFTER_RATHER,
    /// After a verb that makes it a judgement (`X is overkill`), and not `we are wrong`.
    OF_A_SUBJECT
  }

  private static final List<String> NOTHING =
      List.of(
          "not only",
          "not just",
          "not merely",
          "not simply",
          "not to mention",
          "no doubt",
          "no matter",
          "no wonder",
          "no problem with",
          "not forget",
          "never forget",
          "no question",
          "no more than",
          "no less than",
          "no later than",
          "not more than",
          "not less than",
          "not later than",
          "why not",
          "whether or not",
          "not ignore",
          "never ignore",
          "no reason not to",
          "not a problem",
          "not bad",
          "not surprising",
          "not underestimate",
          "not skimp on",
          "no exception",
          "not do without",
          "not live without",
          "not go without",
          "not without",
          "never without",
          "not neglect",
          "not overlook",
          "no way around",
          "no alternative to",
          "nothing beats",
          "without doubt",
          "without question",
          "if not");
  private static final List<String> CLAUSE =
      List.of(
          "not",
          "never",
          "no longer",
          "no need",
          "no reason to",
          "no reason for",
          "no point",
          "nor",
          "hardly",
          "rarely",
          "little need",
          "little point",
          "neither",
          "no use for",
          "no case for",
          "less need",
          "fail to",
          "fails to",
          "nobody",
          "no one",
          "nothing",
          "refuse to",
          "stop using",
          "stopped using",
          "far from");
  private static final List<String> OBJECT =
      List.of(
          "none of",
          "instead of",
          "rather than",
          "in place of",
          "as opposed to",
          "unlike",
          "get rid of",
          "got rid of",
          "do away with",
          "decide against",
          "decided against",
          "argue against",
          "advise against",
          "am against",
          "are against",
          "rule out",
          "ruled out",
          "do without",
          "does without",
          "in lieu of");
  private static final List<String> OF_MYSELF =
      List.of(
          "skip",
          "reject",
          "rejected",
          "discard",
          "discarded",
          "dismiss",
          "dismissed",
          "drop",
          "dropped",
          "leave out",
          "forgo",
          "omit",
          "exclude",
          "forget",
          "oppose",
          "decline",
          "abandon",
          "forget about");
  private static final List<String> VERDICT =
      List.of(
          "makes no sense",
          "make no sense",
          "makes little sense",
          "makes no difference",
          "make no difference",
          "brings nothing",
          "buys nothing",
          "buys us nothing",
          "gains nothing",
          "adds nothing",
          "no use");
  private static final List<String> PREFERENCE_FROM = List.of("over", "to");
  private static final List<String> SUBJECT =
      List.of(
          "not a solution",
          "not the answer",
          "not the way",
          "unnecessary",
          "overkill",
          "useless",
          "pointless",
          "a bad idea",
          "out of the question",
          "a mistake",
          "unneeded",
          "superfluous",
          "not an option",
          "off the table",
          "too expensive",
          "too slow",
          "too risky",
          "a bad choice",
          "the wrong",
          "wrong",
          "no option",
          "no good",
          "no solution",
          "a trap",
          "an anti pattern",
          "an antipattern",
          "no help",
          "a poor choice",
          "too complex",
          "unsafe");

  /// What follows `not` where the subject is what is denied: `X is not needed`.
  private static final List<String> DENIED_PREDICATES =
      List.of(
          "needed",
          "necessary",
          "required",
          "useful",
          "helpful",
          "help",
          "work",
          "scale",
          "good",
          "worth",
          "make",
          "wanted",
          "feasible",
          "acceptable",
          "viable",
          "suitable",
          "appropriate",
          "right",
          "safe",
          "fit",
          "apply",
          "considered",
          "used");

  private static final Map<String, List<Cue>> BY_FIRST_WORD = table();

  private static Map<String, List<Cue>> table() {
    Map<String, List<Cue>> table = new TreeMap<>();
    put(table, NOTHING, Reach.NOTHING, Only.ALWAYS);
    put(table, CLAUSE, Reach.CLAUSE, Only.ALWAYS);
    put(table, OBJECT, Reach.OBJECT, Only.ALWAYS);
    put(table, OF_MYSELF, Reach.OBJECT, Only.OF_MYSELF);
    put(table, SUBJECT, Reach.SUBJECT, Only.OF_A_SUBJECT);
    put(table, VERDICT, Reach.SUBJECT, Only.ALWAYS);
    put(table, List.of("no"), Reach.OBJECT, Only.UNLESS_RESULT);
    put(table, List.of("without", "lacking"), Reach.OBJECT, Only.UNLESS_ARGUED);
    put(table, List.of("avoid", "avoids", "avoiding", "avoided"), Reach.OBJECT, Only.UNLESS_DANGER);
    put(table, PREFERENCE_FROM, Reach.OBJECT, Only.AFTER_PREFERENCE);
    put(table, List.of("than"), Reach.OBJECT, Only.AFTER_RATHER);
    table.values().forEach(cues -> cues.sort((a, b) -> b.words.size() - a.words.size()));
    return table;
  }

  private static void put(
      Map<String, List<Cue>> table, List<String> phrases, Reach reach, Only only) {
    for (String phrase : phrases) {
      List<String> words = List.of(phrase.split(" "));
      table
          .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
          .add(new Cue(words, reach, only));
    }
  }

  /// The cues that begin with `word`, longest first.
  static List<Cue> beginningWith(String word) {
    return BY_FIRST_WORD.getOrDefault(word, List.of());
  }

  static boolean deniesItsSubject(String predicate) {
    return DENIED_PREDICATES.contains(predicate);
  }
}
