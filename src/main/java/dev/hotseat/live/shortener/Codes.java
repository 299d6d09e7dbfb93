package dev.hotseat.live.shortener;

/// What can stand after the slash.
final class Codes {
  /// Longest alias; generated codes are shorter.
  static final int LENGTH_MAX = 32;

  private Codes() {}

  /// Whether a link could have this code at all.
  static boolean wellFormed(String text) {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean good =
          c >= '0' && c <= '9'
              || c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c == '-'
              || c == '_';
      if (!good) {
        return false;
      }
    }
    return true;
  }
}
