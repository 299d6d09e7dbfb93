package dev.hotseat.live.payments;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Counts the rows that updates look at, as the database counts them itself: each update is taken
/// once more before, explained. So nothing here depends on how fast the machine is.
final class RowsLookedAt {
  private static final Pattern COUNT = Pattern.compile("scanCount: (\\d+)");

  private final Connection connection;
  private long rows;

  RowsLookedAt(Connection connection) {
    this.connection = connection;
  }

  /// A connection whose updates are counted; each must bear being taken twice.
  Connection counted() {
    return proxy(
        Connection.class,
        (_, method, arguments) ->
            method.getName().equals("prepareStatement")
                ? counted((String) arguments[0])
                : on(connection, method, arguments));
  }

  /// So many since the last time.
  long rows() {
    long since = rows;
    rows = 0;
    return since;
  }

  private PreparedStatement counted(String sql) throws SQLException {
    PreparedStatement explained = connection.prepareStatement("EXPLAIN ANALYZE " + sql);
    PreparedStatement meant = connection.prepareStatement(sql);
    return proxy(
        PreparedStatement.class,
        (_, method, arguments) -> {
          if (method.getName().equals("executeUpdate")) {
            count(explained);
          } else {
            on(explained, method, arguments);
          }
          return on(meant, method, arguments);
        });
  }

  private void count(PreparedStatement explained) throws SQLException {
    try (ResultSet plan = explained.executeQuery()) {
      while (plan.next()) {
        Matcher found = COUNT.matcher(plan.getString(1));
        while (found.find()) {
          rows += Long.parseLong(found.group(1));
        }
      }
    }
  }

  private static @Nullable Object on(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return method.invoke(target, arguments);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RowsLookedAt.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
