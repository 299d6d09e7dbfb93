package dev.hotseat.live.migration;

import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/// Customers as JSON.
final class Json {
  private static final HexFormat HEX = HexFormat.of();

  private Json() {}

  /// One customer in the words of the API, whichever table it was read from.
  static String customer(OldRow row) {
    return "{\"id\":"
        + row.id()
        + ",\"name\":"
        + quoted(row.name())
        + ",\"email\":"
        + quoted(row.email())
        + ",\"credit\":"
        + row.credit()
        + ",\"country\":"
        + quoted(row.country())
        + ",\"version\":"
        + row.version()
        + "}";
  }

  static String customers(List<OldRow> rows) {
    StringJoiner joined = new StringJoiner(",", "{\"customers\":[", "]}");
    rows.forEach(row -> joined.add(customer(row)));
    return joined.toString();
  }

  static String version(long id, long version) {
    return "{\"id\":" + id + ",\"version\":" + version + "}";
  }

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
