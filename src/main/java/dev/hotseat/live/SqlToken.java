package dev.hotseat.live;

import dev.hotseat.live.LiveSystem.SqlRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One word, number, text or sign of a SQL statement.
///
/// @param text words in upper case, quoted or not; texts without their quotes
record SqlToken(Kind kind, String text) {
  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    SIGN
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "\\s+"
              + "|(?<word>[A-Za-z_][A-Za-z_0-9]*)"
              + "|\"(?<quoted>[^\"]*)\""
              + "|(?<number>[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?(?![A-Za-z_0-9.]))"
              + "|'(?<text>([^']|'')*+)'"
              + "|(?<sign><=|>=|<>|!=|\\|\\||[(),.*+/%=<>-])");

  /// Reads all of a statement.
  ///
  /// @throws SqlRefusal at the first thing that is none of these
  static List<SqlToken> all(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    Matcher next = NEXT.matcher(sql);
    int at = 0;
    while (at < sql.length()) {
      if (!next.region(at, sql.length()).lookingAt()) {
        throw new SqlRefusal(
            "not allowed here: " + sql.substring(at, Math.min(sql.length(), at + 12)),
            "words, numbers, 'texts' and ordinary operators");
      }
      add(next, tokens);
      at = next.end();
    }
    return tokens;
  }

  boolean is(String word) {
    return kind != Kind.TEXT && text.equals(word);
  }

  private static void add(Matcher found, List<SqlToken> to) {
    if (found.group("word") != null) {
      to.add(new SqlToken(Kind.WORD, found.group("word").toUpperCase(Locale.ROOT)));
    } else if (found.group("quoted") != null) {
      to.add(new SqlToken(Kind.WORD, found.group("quoted").toUpperCase(Locale.ROOT)));
    } else if (found.group("number") != null) {
      to.add(new SqlToken(Kind.NUMBER, found.group("number")));
    } else if (found.group("text") != null) {
      to.add(new SqlToken(Kind.TEXT, found.group("text")));
    } else if (found.group("sign") != null) {
      to.add(new SqlToken(Kind.SIGN, found.group("sign")));
    }
  }
}
