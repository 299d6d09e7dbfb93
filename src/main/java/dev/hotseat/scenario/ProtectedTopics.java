package dev.hotseat.scenario;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Refuses questions about what an interviewer must never ask: characteristics that the law
/// protects.
final class ProtectedTopics {
  /*
   * "Race condition", "cache age" and "health check" are our daily bread, so a word by itself says
   * little. Words that have no other meaning are refused anywhere; the others only where they are
   * asked of the person: behind "your", or in one of the usual phrasings.
   */
  private static final List<Pattern> REFUSED =
      List.of(
          words(
              "pregnan\\w*|maternity|paternity|religio\\w*|marital status|sexual orientation|"
                  + "sexuality|heterosexual|homosexual|bisexual|transgender|ethnicit\\w*|"
                  + "nationalit(?:y|ies)|citizenship|date of birth|birthday|mother tongue|"
                  + "native language|political part(?:y|ies)"),
          words(
              "your (?:own |real |exact )?(?:age|race|sex|gender|health(?! check)|disabilit\\w*|faith|church|"
                  + "beliefs?|husband|wife|spouse|boyfriend|girlfriend|fianc\\w*|partner|marriage|family|"
                  + "kids?|child(?:ren)?|skin colou?r|accent|origins?|heritage|ancestry|parents|"
                  + "illness\\w*|medical|medication|handicap|union|passport)(?! of (?:the|a|an) )"),
          words(
              "how old are you|what year were you born|when were you born|where were you born|"
                  + "what year did you (?:graduate|finish school)|where are you (?:really |originally )?from|"
                  + "where do you come from"),
          words(
              "(?:are|were) you (?:\\w+ )?(?:married|single(?!-)|divorced|engaged|expecting|religious|"
                  + "gay|lesbian|straight|jewish|muslim|christian|hindu|catholic|disabled|ill|sick|"
                  + "healthy|a citizen|a parent|a mother|a father|an immigrant)"),
          words(
              "do you (?:\\w+ )?(?:pray|worship|smoke|drink)|"
                  + "do you (?:\\w+ )?(?:have|want|plan)(?: \\w+){0,2} (?:kids?|children|a family|"
                  + "disabilit\\w*|illness\\w*|health (?:problems?|issues?|conditions?)|religion)"),
          words("(?:plan|planning|thinking)(?: \\w+){0,3} (?:family|child|children|kids|baby)"));

  private ProtectedTopics() {}

  /// Complains where `said` asks about a protected characteristic.
  static void check(Node.Scalar said, Notes notes) {
    for (Pattern pattern : REFUSED) {
      Matcher matcher = pattern.matcher(said.text().replace('\n', ' '));
      if (matcher.find()) {
        notes.error(
            said.at(matcher.start()),
            "'" + Notes.shortened(matcher.group()) + "' asks about a protected characteristic",
            "a question about the work; see docs/SCENARIO-FORMAT.md");
        return;
      }
    }
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }
}
