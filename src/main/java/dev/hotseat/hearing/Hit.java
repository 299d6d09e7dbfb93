package dev.hotseat.hearing;

import java.util.List;

/// One place where a stored pattern matched.
///
/// @param pattern which one, as an index into what was stored
/// @param terms the words of the utterance that made the match, ascending
record Hit(int pattern, List<Integer> terms) {
  int first() {
    return terms.getFirst();
  }

  int last() {
    return terms.getLast();
  }

  boolean overlaps(Hit other) {
    return first() <= other.last() && other.first() <= last();
  }
}
