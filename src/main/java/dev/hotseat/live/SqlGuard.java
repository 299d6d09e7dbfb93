package dev.hotseat.live;

import dev.hotseat.live.LiveSystem.SqlRefusal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.util.TablesNamesFinder;

/// Decides which statements the SQL console runs, and writes them anew.
///
/// What goes to the database is never the text that came in: it is the statement as the parser
/// understood it, without comments, checked once more word by word. So a difference between two
/// readings of one text cannot be used, and a function that is not on the list cannot hide in a
/// part of the syntax tree that a visitor forgot.
final class SqlGuard {
  static final String EXPECTED =
      "SELECT, WITH … SELECT, VALUES, EXPLAIN [ANALYZE] of one of them, SHOW TABLES, or SHOW"
          + " COLUMNS FROM a table";

  private static final int CHARS_MAX = 4_000;
  private static final int DEPTH_MAX = 16;
  private static final int PARSE_SECONDS_MAX = 2;

  private static final Pattern SHOW =
      Pattern.compile(
          "SHOW\\s+(TABLES|COLUMNS\\s+FROM\\s+[A-Z_][A-Z_0-9]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXPLAIN =
      Pattern.compile("EXPLAIN\\s+(ANALYZE\\s+)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_PLAIN_TEXT =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

  private static final Pattern UNEXPECTED =
      Pattern.compile("Encountered: \\S+ / (\\S+), at line (\\d+), column (\\d+)");

  private SqlGuard() {}

  /// The statement to run in place of `asked`.
  ///
  /// @throws SqlRefusal when it is not one that the console runs
  static String checked(String asked) {
    String text = asked.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    checkShape(text);
    if (SHOW.matcher(text).matches()) {
      return text;
    }
    Matcher explain = EXPLAIN.matcher(text);
    if (explain.lookingAt()) {
      return explain.group().strip() + " " + query(text.substring(explain.end()));
    }
    return query(text);
  }

  private static void checkShape(String text) {
    if (text.isEmpty()) {
      throw new SqlRefusal("there is no statement", EXPECTED);
    }
    if (text.length() > CHARS_MAX) {
      throw new SqlRefusal(
          "the statement is too long: " + text.length(), "at most " + CHARS_MAX + " characters");
    }
    if (NOT_PLAIN_TEXT.matcher(text).find()) {
      throw new SqlRefusal("the statement has control characters", "plain text");
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth > DEPTH_MAX) {
        throw new SqlRefusal("nested too deeply", "at most " + DEPTH_MAX + " levels");
      }
    }
  }

  private static String query(String text) {
    Statement parsed = parsed(text);
    if (!(parsed instanceof Select select)) {
      throw new SqlRefusal("only reading is allowed", EXPECTED);
    }
    String rewritten = rewritten(select);
    List<SqlToken> tokens = SqlToken.all(rewritten);
    SqlRules.check(tokens, tables(select));
    checkNames(select, tokens);
    return rewritten;
  }

  /*
   * H2 reads a common table expression that names itself as a recursive one, with or without the
   * word RECURSIVE; so no expression may name itself or one that comes after it. Expressions inside
   * sub-queries are refused altogether.
   */
  private static void checkNames(Select select, List<SqlToken> tokens) {
    List<WithItem<?>> items = select.getWithItemsList();
    long withs = tokens.stream().filter(token -> token.is("WITH")).count();
    if (withs > (items == null ? 0 : 1)) {
      throw new SqlRefusal("WITH inside a query", "WITH only at the beginning");
    }
    if (items == null) {
      return;
    }
    Set<String> notYet =
        items.stream()
            .map(item -> item.getUnquotedAliasName().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (WithItem<?> item : items) {
      String body = String.valueOf(item.getParenthesedStatement());
      for (SqlToken token : SqlToken.all(body)) {
        if (notYet.contains(token.text())) {
          throw new SqlRefusal("WITH " + token.text() + " names itself", "no recursion");
        }
      }
      notYet.remove(item.getUnquotedAliasName().toUpperCase(Locale.ROOT));
    }
  }

  private static Set<String> tables(Select select) {
    try {
      return new TablesNamesFinder<Void>()
          .getTables((Statement) select).stream()
              .map(name -> name.replace("\"", "").toUpperCase(Locale.ROOT))
              .collect(Collectors.toSet());
    } catch (RuntimeException notSupported) {
      throw new SqlRefusal("this kind of query is not supported here", EXPECTED);
    }
  }

  private static String rewritten(Select select) {
    String text = select.toString();
    if (text.length() > 2 * CHARS_MAX) {
      throw new SqlRefusal("the statement is too long", "at most " + CHARS_MAX + " characters");
    }
    return text;
  }

  private static Statement parsed(String text) {
    ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Statement> found =
          CCJSqlParserUtil.parseStatements(
              text,
              thread,
              parser -> parser.withTimeOut(TimeUnit.SECONDS.toMillis(PARSE_SECONDS_MAX)));
      if (found.size() != 1) {
        throw new SqlRefusal(found.size() + " statements at once", "one statement");
      }
      return found.getFirst();
    } catch (SqlRefusal several) {
      throw several;
    } catch (JSQLParserException | RuntimeException | StackOverflowError notSql) {
      throw refusal(notSql);
    } finally {
      thread.shutdownNow();
    }
  }

  /// A text on which the parser would try every reading there is, or a machine with no time for it.
  private static SqlRefusal refusal(Throwable problem) {
    return problem.getCause() instanceof TimeoutException
        ? new SqlRefusal(
            "not read to its end within " + PARSE_SECONDS_MAX + " s",
            "a simpler statement, or the same again where the machine is busy")
        : new SqlRefusal(whatIsWrong(problem), EXPECTED);
  }

  private static String whatIsWrong(Throwable problem) {
    Matcher place = UNEXPECTED.matcher(String.valueOf(problem.getMessage()));
    return place.find()
        ? "unexpected "
            + place.group(1)
            + " at line "
            + place.group(2)
            + ", column "
            + place.group(3)
        : "this is not a statement";
  }
}
