package dev.hotseat.scenario;

import java.util.Collection;

/// An expression in its file: turns positions in the expression into places.
///
/// @param scalar the value it stands in
/// @param offset where in the value's text it begins
/// @param text the expression
record Code(Node.Scalar scalar, int offset, String text, Notes notes) {
  static final int LENGTH_MAX = 2_000;

  static Code of(Node.Scalar scalar, Notes notes) {
    return new Code(scalar, 0, scalar.text(), notes);
  }

  Place at(int codePoint) {
    int points = text.codePointCount(0, text.length());
    int index = text.offsetByCodePoints(0, Math.clamp(codePoint, 0, points));
    return scalar.at(offset + index);
  }

  void error(int codePoint, String message, String expected) {
    notes.error(at(codePoint), message, expected);
  }

  void error(int codePoint, String message, String expected, String nearest) {
    notes.error(at(codePoint), message, expected, nearest);
  }

  void unknown(int codePoint, Topic topic, String word, Collection<String> valid) {
    notes.unknown(at(codePoint), topic.words(), word, valid);
  }

  /// Where the name of a call begins whose parenthesis stands at `codePoint`.
  int nameBefore(int codePoint, String name) {
    int points = text.codePointCount(0, text.length());
    int index = text.offsetByCodePoints(0, Math.clamp(codePoint, 0, points));
    int found = text.lastIndexOf(name, index);
    return found < 0 ? codePoint : text.codePointCount(0, found);
  }
}
