package dev.hotseat.live.catalogue;

import dev.hotseat.live.catalogue.Choices.Match;
import java.util.Set;

/// The four questions the shop asks its table. Each is one statement, with `?` for what differs
/// from call to call.
enum Question {
  LIST("list", Set.of("id", "status", "created", "total", "product_id", "customer_id")),
  FIND("find", Set.of("id", "email", "status", "total")),
  SPENT("spent", Set.of("customer_id", "total")),
  BACKLOG("backlog", Set.of("status", "total"));

  static final int PAGE = 20;

  private final String word;
  private final Set<String> columns;

  Question(String word, Set<String> columns) {
    this.word = word;
    this.columns = columns;
  }

  /// As sheets and gauges call it.
  String word() {
    return word;
  }

  /// The columns of the orders that it reads.
  Set<String> columns() {
    return columns;
  }

  String sql(String table, Choices choices) {
    return switch (this) {
      case LIST -> list(table, choices);
      case FIND ->
          "SELECT id, status, total FROM "
              + table
              + " WHERE "
              + match(choices.match())
              + " FETCH FIRST "
              + PAGE
              + " ROWS ONLY";
      case SPENT -> "SELECT COUNT(*), SUM(total) FROM " + table + " WHERE customer_id = ?";
      case BACKLOG -> "SELECT COUNT(*), SUM(total) FROM " + table + " WHERE status = ?";
    };
  }

  /*
   * The page is cut before the names are joined to it. Joined first, the engine would look a name up
   * for every order of the customer and throw all but twenty away.
   */
  private static String list(String table, Choices choices) {
    String page =
        "SELECT id, status, created, total, product_id FROM "
            + table
            + " WHERE customer_id = ? AND status = ? ORDER BY "
            + (choices.wholePrefix() ? "customer_id, status, created DESC" : "created DESC")
            + " FETCH FIRST "
            + PAGE
            + " ROWS ONLY";
    return choices.join()
        ? "SELECT o.id, o.status, o.created, o.total, p.name FROM ("
            + page
            + ") o JOIN products p ON p.id = o.product_id"
        : page;
  }

  private static String match(Match match) {
    return switch (match) {
      case LOWER -> "LOWER(email) = ?";
      case EXACT -> "email = ?";
      case PREFIX, CONTAINS -> "email LIKE ?";
    };
  }

  /// What is put in the place of the mark when the plan is asked for: the hard case of each.
  String example(Choices choices) {
    return switch (this) {
      case LIST -> OrderTable.LARGE_CUSTOMER + "|delivered";
      case FIND -> pattern("customer77@example.com", choices.match());
      case SPENT -> Integer.toString(OrderTable.LARGE_CUSTOMER);
      case BACKLOG -> "paid";
    };
  }

  /// An address as the question wants it.
  static String pattern(String email, Match match) {
    return switch (match) {
      case LOWER, EXACT -> email;
      case PREFIX -> email + "%";
      case CONTAINS -> "%" + email + "%";
    };
  }

  /// The statement as one would type it, about the hard case.
  String typed(String table, Choices choices) {
    String sql = sql(table, choices);
    for (String value : example(choices).split("\\|", -1)) {
      boolean number = !value.isEmpty() && value.chars().allMatch(Character::isDigit);
      sql = sql.replaceFirst("\\?", number ? value : "'" + value + "'");
    }
    return sql;
  }
}
