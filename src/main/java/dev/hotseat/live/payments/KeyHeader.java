package dev.hotseat.live.payments;

/// The `Idempotency-Key` of a request.
///
/// The IETF draft makes it a structured-field string, in quotes; most clients in the field send it
/// bare, so both are taken and mean the same key.
sealed interface KeyHeader {
  /// Most characters of a key.
  int LENGTH_MAX = 255;

  /// There is none.
  record Absent() implements KeyHeader {}

  /// There is one, known from here on by its hash only.
  record Given(String hash) implements KeyHeader {}

  /// There is something that is none.
  record Malformed(String detail) implements KeyHeader {}

  /// @param raw value of the header, or what stands for its absence
  static KeyHeader read(String raw) {
    if (raw.equals(ABSENT)) {
      return new Absent();
    }
    String text = raw.strip();
    if (text.startsWith("\"")) {
      String inner = unquoted(text);
      return inner == null ? new Malformed("A quoted key needs both quotes") : checked(inner);
    }
    return checked(text);
  }

  /// Stands for no header at all; no header can have this value.
  String ABSENT = "\n";

  private static KeyHeader checked(String key) {
    if (key.isEmpty()) {
      return new Malformed("The key is empty");
    }
    if (key.length() > LENGTH_MAX) {
      return new Malformed(
          "A key has at most " + LENGTH_MAX + " characters, this one has " + key.length());
    }
    if (!key.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
      return new Malformed("A key is made of printable ASCII characters");
    }
    return new Given(Hash.of(key));
  }

  /// The text between the quotes, its escapes undone; null where the quoting is wrong.
  private static @org.jspecify.annotations.Nullable String unquoted(String text) {
    StringBuilder inner = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i == text.length() - 1 ? inner.toString() : null;
      }
      if (c == '\\') {
        i++;
        if (i >= text.length() || "\"\\".indexOf(text.charAt(i)) < 0) {
          return null;
        }
      }
      inner.append(text.charAt(i));
    }
    return null;
  }
}
