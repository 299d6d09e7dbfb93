package dev.hotseat.hearing;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Recognises the question's own words in the answer, so that repeating it earns nothing.
///
/// @param share of the answer's telling words that stand in the question, 0 to 1
/// @param repeated words of the answer that repeat three or more of the question in its order
record Echo(double share, int tellingWords, BitSet repeated) {
  private static final int RUN = 3;
  private static final int WORDS_MIN = 4;
  private static final double WHOLE = 0.9;

  static Echo of(Utterance answer, String question) {
    List<Token> asked = Tokens.of(question);
    Set<String> stems = new HashSet<>();
    asked.forEach(token -> stems.add(token.stem()));
    int telling = 0;
    int shared = 0;
    for (int i = 0; i < answer.size(); i++) {
      if (!Grammar.isGlue(answer.word(i))) {
        telling++;
        shared += stems.contains(answer.token(i).stem()) ? 1 : 0;
      }
    }
    double share = telling == 0 ? 0 : (double) shared / telling;
    return new Echo(share, telling, repeated(answer, asked));
  }

  private static BitSet repeated(Utterance answer, List<Token> asked) {
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + RUN <= asked.size(); i++) {
      runs.add(asked.subList(i, i + RUN).stream().map(Token::stem).toList());
    }
    BitSet repeated = new BitSet();
    for (int i = 0; i + RUN <= answer.size(); i++) {
      List<String> run =
          List.of(answer.token(i).stem(), answer.token(i + 1).stem(), answer.token(i + 2).stem());
      if (runs.contains(run)) {
        repeated.set(i, i + RUN);
      }
    }
    return repeated;
  }

  /// Whether the whole answer says nothing that the question did not.
  boolean isAll() {
    return tellingWords >= WORDS_MIN && share >= WHOLE;
  }

  boolean covers(List<Integer> terms) {
    return isAll() || terms.stream().allMatch(repeated::get);
  }
}
