package dev.hotseat.live;

import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.live.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/// What the words of a query may be. The database checks for a time-out between rows only, so
/// anything that can take long or grow large within one row is not on the lists.
final class SqlRules {
  private static final int TABLES_MAX = 8;
  private static final int JOINED_TEXTS_MAX = 4;
  private static final int WILDCARDS_MAX = 3;
  private static final int WILDCARDS_MAX_ON_JOINED_TEXTS = 2;
  private static final int PRECISION_MAX = 1_000;

  private static final Set<String> FUNCTIONS =
      Set.of(
          "COUNT",
          "SUM",
          "AVG",
          "MIN",
          "MAX",
          "STDDEV_POP",
          "STDDEV_SAMP",
          "VAR_POP",
          "VAR_SAMP",
          "ABS",
          "CEIL",
          "CEILING",
          "FLOOR",
          "ROUND",
          "SIGN",
          "SQRT",
          "LN",
          "LOG",
          "LOG10",
          "EXP",
          "POWER",
          "MOD",
          "TRUNC",
          "GREATEST",
          "LEAST",
          "COALESCE",
          "NULLIF",
          "IFNULL",
          "NVL",
          "UPPER",
          "LOWER",
          "LENGTH",
          "CHAR_LENGTH",
          "OCTET_LENGTH",
          "TRIM",
          "LTRIM",
          "RTRIM",
          "SUBSTRING",
          "SUBSTR",
          "LEFT",
          "RIGHT",
          "LOCATE",
          "POSITION",
          "INSTR",
          "ASCII",
          "CAST",
          "EXTRACT",
          "YEAR",
          "MONTH",
          "DAY_OF_MONTH",
          "DAY_OF_WEEK",
          "HOUR",
          "MINUTE",
          "SECOND",
          "DATEADD",
          "DATEDIFF",
          "DATE_TRUNC",
          "ROW_NUMBER",
          "RANK",
          "DENSE_RANK");

  private static final Set<String> BEFORE_A_PARENTHESIS =
      Set.of(
          "SELECT",
          "FROM",
          "WHERE",
          "AND",
          "OR",
          "NOT",
          "IN",
          "EXISTS",
          "ANY",
          "ALL",
          "SOME",
          "ON",
          "USING",
          "AS",
          "BY",
          "HAVING",
          "WHEN",
          "THEN",
          "ELSE",
          "CASE",
          "JOIN",
          "UNION",
          "EXCEPT",
          "INTERSECT",
          "DISTINCT",
          "VALUES",
          "OVER",
          "FILTER",
          "BETWEEN",
          "LIMIT",
          "OFFSET",
          "IS",
          "WITH",
          "EXPLAIN",
          "ANALYZE");

  private static final Set<String> SIZED_TYPES = Set.of("VARCHAR", "NUMERIC", "DECIMAL");

  private static final Set<String> NEVER =
      Set.of(
          "RECURSIVE",
          "FOR",
          "INTO",
          "ARRAY",
          "UNNEST",
          "TABLE",
          "LATERAL",
          "NEXT",
          "NEXTVAL",
          "CURRVAL",
          "CHAR",
          "CHARACTER",
          "NCHAR",
          "NATIONAL",
          "BINARY",
          "VARBINARY",
          "BLOB",
          "CLOB",
          "DECFLOAT",
          "JSON",
          "GEOMETRY",
          "ROW",
          "REGEXP",
          "RLIKE",
          "SIMILAR",
          "CALL",
          "SET",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "DROP",
          "CREATE",
          "ALTER",
          "TRUNCATE",
          "GRANT",
          "REVOKE",
          "EXECUTE",
          "PIVOT",
          "UNPIVOT",
          "PREPARE",
          "SHUTDOWN",
          "SCRIPT",
          "BACKUP",
          "RUNSCRIPT",
          "SYSTEM_RANGE",
          "FINAL",
          "OLD");

  private static final String CATALOGUE_OF_POSTGRESQL = "PG_";
  private static final String INDEXES_OF_POSTGRESQL = "PG_INDEXES";
  private static final String SCHEMA_OF_SCHEMAS = "INFORMATION_SCHEMA";
  private static final Set<String> CATALOGUE =
      Set.of(
          "TABLES", "COLUMNS", "INDEXES", "INDEX_COLUMNS", "TABLE_CONSTRAINTS", "KEY_COLUMN_USAGE");

  private SqlRules() {}

  static void check(List<SqlToken> tokens, Set<String> tables) {
    long joinedTexts = tokens.stream().filter(token -> token.is("||")).count();
    atMost(JOINED_TEXTS_MAX, joinedTexts, "|| signs");
    int wildcards = joinedTexts > 0 ? WILDCARDS_MAX_ON_JOINED_TEXTS : WILDCARDS_MAX;
    atMost(TABLES_MAX, tokens.stream().filter(token -> isTable(token, tables)).count(), "tables");
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.kind() == Kind.WORD) {
        checkWord(token.text(), after(tokens, i, 1), after(tokens, i, 2), wildcards);
      } else if (token.is("-") && after(tokens, i, 1).is("-")
          || token.is("/") && after(tokens, i, 1).is("*")) {
        throw new SqlRefusal("a comment inside the query", "no comments there");
      }
    }
  }

  private static void checkWord(String word, SqlToken next, SqlToken second, int wildcards) {
    if (NEVER.contains(word)) {
      throw new SqlRefusal("not allowed here: " + word, SqlGuard.EXPECTED);
    }
    if (word.startsWith(CATALOGUE_OF_POSTGRESQL) && !word.equals(INDEXES_OF_POSTGRESQL)) {
      throw new SqlRefusal(
          "not open: " + word, INDEXES_OF_POSTGRESQL + ", or " + SCHEMA_OF_SCHEMAS);
    }
    if (word.equals(SCHEMA_OF_SCHEMAS) && !(next.is(".") && CATALOGUE.contains(second.text()))) {
      throw new SqlRefusal("not open: " + word, "one of " + CATALOGUE + " of " + word);
    }
    if (word.equals("LIKE") || word.equals("ILIKE")) {
      checkPattern(next, wildcards);
    }
    if (next.is("(")) {
      checkCall(word, second);
    }
  }

  private static void checkCall(String word, SqlToken argument) {
    if (SIZED_TYPES.contains(word)) {
      boolean small =
          argument.kind() == Kind.NUMBER
              && argument.text().length() <= 4
              && Double.parseDouble(argument.text()) <= PRECISION_MAX;
      if (!small) {
        throw new SqlRefusal(word + " is too large", "a size up to " + PRECISION_MAX);
      }
    } else if (!FUNCTIONS.contains(word) && !BEFORE_A_PARENTHESIS.contains(word)) {
      throw new SqlRefusal("not a function that is allowed here: " + word, "plain functions");
    }
  }

  private static void checkPattern(SqlToken pattern, int wildcards) {
    long used = pattern.text().chars().filter(c -> c == '%').count();
    if (pattern.kind() != Kind.TEXT || used > wildcards) {
      throw new SqlRefusal(
          "too free a pattern after LIKE", "a 'text' with at most " + wildcards + " % signs");
    }
  }

  private static void atMost(int most, long found, String what) {
    if (found > most) {
      throw new SqlRefusal("too many " + what + ": " + found, "at most " + most);
    }
  }

  private static boolean isTable(SqlToken token, Set<String> tables) {
    return token.kind() == Kind.WORD
        && tables.stream()
            .anyMatch(name -> name.equals(token.text()) || name.endsWith("." + token.text()));
  }

  private static SqlToken after(List<SqlToken> tokens, int i, int by) {
    return i + by < tokens.size() ? tokens.get(i + by) : new SqlToken(Kind.SIGN, "");
  }
}
