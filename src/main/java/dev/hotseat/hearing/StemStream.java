package dev.hotseat.hearing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands an utterance to the index: at each position the stem and, beside it, those beginnings of
/// the word that some pattern asks for. Sentences stand so far apart that no pattern reaches from
/// one into the next.
/* A prefix is thus looked up as a term like any other, while the word is read once. Asking the index
 * for everything that begins so would cost each pattern a walk over all terms, and would keep it from
 * being left out early when no word fits.
 */
final class StemStream extends TokenStream {
  private static final int BETWEEN_SENTENCES = 100;
  private static final int PREFIX_MIN = 2;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Utterance heard;
  private final Set<String> prefixes;
  private final Deque<String> beside = new ArrayDeque<>();
  private int next;

  StemStream(Utterance heard, Set<String> prefixes) {
    this.heard = heard;
    this.prefixes = prefixes;
  }

  @Override
  public void reset() {
    next = 0;
    beside.clear();
  }

  @Override
  public boolean incrementToken() {
    if (!beside.isEmpty()) {
      return emit(beside.pop(), next - 1, 0);
    }
    if (next == heard.size()) {
      return false;
    }
    int i = next++;
    prefixesOf(heard.word(i));
    return emit(heard.token(i).stem(), i, step(heard, i));
  }

  private boolean emit(String text, int i, int positions) {
    clearAttributes();
    term.setEmpty().append(text);
    offset.setOffset(heard.token(i).start(), heard.token(i).end());
    step.setPositionIncrement(positions);
    return true;
  }

  private void prefixesOf(String word) {
    for (int length = PREFIX_MIN; length <= word.length(); length++) {
      String beginning = word.substring(0, length);
      if (prefixes.contains(beginning)) {
        beside.add(beginning + PatternQueries.PREFIX_END);
      }
    }
  }

  private static int step(Utterance heard, int i) {
    return i > 0 && heard.sentence(i).from() == i ? BETWEEN_SENTENCES : 1;
  }

  /// The position in the index of every word.
  static int[] positions(Utterance heard) {
    int[] positions = new int[heard.size()];
    for (int i = 1; i < positions.length; i++) {
      positions[i] = positions[i - 1] + step(heard, i);
    }
    return positions;
  }
}
