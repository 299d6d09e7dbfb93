package dev.hotseat.live.orders;

import java.util.HexFormat;

/// Text as JSON.
final class Json {
  private static final HexFormat HEX = HexFormat.of();

  private Json() {}

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20) {
        quoted.append("\\u").append(HEX.toHexDigits(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
