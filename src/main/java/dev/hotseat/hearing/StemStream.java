package dev.hotseat.hearing;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Hands an utterance to the index: at each position the stem and, beside it, the word as written.
/// Sentences stand so far apart that no pattern reaches from one into the next.
final class StemStream extends TokenStream {
  private static final int BETWEEN_SENTENCES = 100;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Utterance heard;
  private int emitted;

  StemStream(Utterance heard) {
    this.heard = heard;
  }

  @Override
  public void reset() {
    emitted = 0;
  }

  @Override
  public boolean incrementToken() {
    int i = emitted / 2;
    if (i == heard.size()) {
      return false;
    }
    clearAttributes();
    boolean asWritten = emitted % 2 == 1;
    Token token = heard.token(i);
    term.setEmpty().append(asWritten ? PatternQueries.AS_WRITTEN + token.word() : token.stem());
    offset.setOffset(token.start(), token.end());
    step.setPositionIncrement(asWritten ? 0 : step(i));
    emitted++;
    return true;
  }

  private int step(int i) {
    return i > 0 && heard.sentence(i).from() == i ? BETWEEN_SENTENCES : 1;
  }

  /// The position in the index of every word.
  static int[] positions(Utterance heard) {
    int[] positions = new int[heard.size()];
    for (int i = 1; i < positions.length; i++) {
      boolean first = heard.sentence(i).from() == i;
      positions[i] = positions[i - 1] + (first ? BETWEEN_SENTENCES : 1);
    }
    return positions;
  }
}
