package dev.hotseat.hearing;

import java.util.Set;
import java.util.regex.Pattern;

/// Where one sentence ends and the next begins: at a full stop, a question or exclamation mark; at
/// an empty line or a bullet; at a line end that was not merely the edge of a terminal.
final class SentenceBreaks {
  private static final int WRAPPED_LINE_MIN = 50;
  private static final Set<String> ABBREVIATIONS =
      Set.of("e.g", "i.e", "eg", "ie", "vs", "approx", "cf", "resp", "incl", "max", "min");
  private static final Pattern STOP = Pattern.compile("[.!?…][\\p{Punct}”’]*\\s", Pattern.DOTALL);
  private static final Pattern BULLET = Pattern.compile("\\n\\s*([-*•–>]|\\(?$)", Pattern.DOTALL);

  private SentenceBreaks() {}

  static boolean before(Utterance heard, int i) {
    String gap = heard.gapBefore(i);
    if (gap.isEmpty() || gap.equals(" ")) {
      return false;
    }
    if (STOP.matcher(gap).find()) {
      return gap.indexOf('?') >= 0
          || gap.indexOf('!') >= 0
          || !ABBREVIATIONS.contains(heard.word(i - 1));
    }
    return gap.indexOf('\n') >= 0 && breaksAtLine(heard, i, gap);
  }

  private static boolean breaksAtLine(Utterance heard, int i, String gap) {
    if (gap.indexOf('\n') != gap.lastIndexOf('\n') || BULLET.matcher(gap).find()) {
      return true;
    }
    Token next = heard.token(i);
    boolean numbered =
        Character.isDigit(heard.text().charAt(next.start()))
            && heard.text().startsWith(". ", next.end());
    return numbered
        || Character.isUpperCase(heard.text().charAt(next.start()))
        || lineLength(heard, i) < WRAPPED_LINE_MIN;
  }

  private static int lineLength(Utterance heard, int i) {
    int end = heard.token(i - 1).end();
    return end - (heard.text().lastIndexOf('\n', end - 1) + 1);
  }
}
