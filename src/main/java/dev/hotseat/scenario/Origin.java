package dev.hotseat.scenario;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Where a scalar was read from, so that a fault inside an expression can be shown in its file.
///
/// @param file path inside the folder
/// @param source the whole file
/// @param from where the scalar begins, in code points
/// @param to where it ends
record Origin(String file, String source, int from, int to) {

  /*
   * YAML folds lines, strips indentation and undoes quotes; the parser does not say which character
   * came from where. But what it does is order-preserving and touches only white space and escapes,
   * so walking both texts side by side finds every character again.
   */
  Place place(Node.Scalar scalar, int index) {
    int raw = source.offsetByCodePoints(0, from);
    int end = source.offsetByCodePoints(raw, to - from);
    raw = opening(scalar.style(), raw, end);
    String text = scalar.text();
    int last = Math.min(index, text.length());
    for (int at = 0; at < last && raw < end; at++) {
      raw = after(scalar.style(), text.charAt(at), raw, end);
    }
    if (index < text.length() && !Character.isWhitespace(text.charAt(index))) {
      raw = skipSpace(scalar.style(), raw, end);
    }
    return placeAt(Math.min(raw, end));
  }

  private int opening(ScalarStyle style, int raw, int end) {
    return switch (style) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> raw + 1;
      case LITERAL, FOLDED -> {
        int newline = source.indexOf('\n', raw);
        yield newline < 0 ? end : newline + 1;
      }
      case PLAIN, JSON_SCALAR_STYLE -> raw;
    };
  }

  private int after(ScalarStyle style, char wanted, int raw, int end) {
    if (Character.isWhitespace(wanted)) {
      if (isEscape(style, raw)) {
        return raw + escapeLength(raw);
      }
      return Character.isWhitespace(source.charAt(raw)) ? raw + 1 : raw;
    }
    int at = skipSpace(style, raw, end);
    if (at >= end) {
      return end;
    }
    if (isEscape(style, at)) {
      return at + escapeLength(at);
    }
    return style == ScalarStyle.SINGLE_QUOTED && wanted == '\'' ? at + 2 : at + 1;
  }

  private int skipSpace(ScalarStyle style, int raw, int end) {
    int at = raw;
    while (at < end && (Character.isWhitespace(source.charAt(at)) || isFoldedBreak(style, at))) {
      at++;
    }
    return at;
  }

  private boolean isFoldedBreak(ScalarStyle style, int at) {
    return isEscape(style, at) && at + 1 < source.length() && source.charAt(at + 1) == '\n';
  }

  private boolean isEscape(ScalarStyle style, int at) {
    return style == ScalarStyle.DOUBLE_QUOTED && source.charAt(at) == '\\';
  }

  private int escapeLength(int at) {
    return switch (at + 1 < source.length() ? source.charAt(at + 1) : ' ') {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private Place placeAt(int raw) {
    int line = 1;
    int lineStart = 0;
    for (int at = source.indexOf('\n'); at >= 0 && at < raw; at = source.indexOf('\n', at + 1)) {
      line++;
      lineStart = at + 1;
    }
    return new Place(file, line, source.codePointCount(lineStart, raw) + 1);
  }
}
