package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.command.CommandInterface;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PooledStoreTest {
  private static final int ROWS = 50_000;
  private static final String SCAN = "SELECT id FROM item WHERE name = ?";

  private final PooledStore store = new PooledStore(new H2Database("honest", Place.MEMORY), 2);

  @BeforeEach
  void stock() throws InterruptedException {
    run("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(100))");
    run("INSERT INTO item SELECT x, 'item ' || x FROM SYSTEM_RANGE(1, " + ROWS + ")");
  }

  @AfterEach
  void close() {
    store.close();
  }

  /*
   * Prepared and with a parameter, as services ask: only then does H2 reuse a result. With reuse on,
   * every run but the first takes about as long as a read by key.
   */
  @Test
  void scansAgainWhenAScanIsRepeated() throws InterruptedException {
    long[] tookNanos =
        store.aside(at -> {
          long[] took = new long[12];
          for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            scan(at);
            took[i] = System.nanoTime() - begun;
          }
          return took;
        });
    long point = store.aside(PooledStoreTest::pointReadNanos);

    long quickestRepeat = Arrays.stream(tookNanos, 1, tookNanos.length).min().orElseThrow();
    assertThat(quickestRepeat).isGreaterThan(10 * point);
  }

  @Test
  void isNotSeenByAnotherStoreOfTheSameSystem() throws InterruptedException {
    try (PooledStore other = new PooledStore(new H2Database("honest", Place.MEMORY), 2)) {
      assertThatThrownBy(() -> other.aside(at -> one(at, "SELECT COUNT(*) FROM item")))
          .isInstanceOf(HopFailure.class);
    }
  }

  @Test
  void namesWhyAStatementFailed() {
    assertThat(reason("INSERT INTO item VALUES (1, 'again')")).isEqualTo("duplicate-key");
    assertThat(reason("SELECT * FROM nowhere")).isEqualTo("sql-error");
  }

  @Test
  void namesALockThatWasNotHadInTime() throws InterruptedException {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder =
        Thread.ofVirtual()
            .start(() -> {
              try {
                store.aside(at -> {
                  at.setAutoCommit(false);
                  execute(at, "UPDATE item SET name = 'mine' WHERE id = 1");
                  locked.countDown();
                  done.await();
                  return 0;
                });
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    locked.await();

    String reason = reason("UPDATE item SET name = 'theirs' WHERE id = 1");
    done.countDown();
    holder.join();

    assertThat(reason).isEqualTo("lock-timeout");
    assertThat(name(1)).as("the holder never committed").isEqualTo("item 1");
  }

  @Test
  void namesAStatementThatWasStopped() {
    assertThatThrownBy(() ->
            store.aside(at -> {
              try (Statement statement = at.createStatement()) {
                statement.setQueryTimeout(1);
                return statement.executeQuery(
                    "SELECT COUNT(*) FROM item a, item b WHERE a.id + b.id = -1");
              }
            }))
        .isInstanceOfSatisfying(
            HopFailure.class,
            failure -> assertThat(failure.why().reason()).isEqualTo("query-timeout"));
  }

  @Test
  void leavesNoDatabaseBehindThatLetsNobodyIn() {
    Locked locked = new Locked();

    assertThatThrownBy(() -> new PooledStore(locked, 2)).isInstanceOf(IllegalStateException.class);
    assertThat(locked.closed).isTrue();
  }

  /// What a connection has parsed outlives a transaction: the next visit finds the same command.
  @Test
  void keepsWhatItHasParsedFromOneTransactionToTheNext() throws InterruptedException {
    Map<SessionLocal, CommandInterface> parsed = new HashMap<>();
    for (int visit = 0; visit < 50; visit++) {
      store.aside(at -> {
        at.setAutoCommit(false);
        execute(at, "UPDATE item SET name = 'item 1' WHERE id = 1");
        at.commit();
        SessionLocal session = (SessionLocal) at.unwrap(JdbcConnection.class).getSession();
        CommandInterface command = session.prepareCommand(SCAN);
        command.close();
        assertThat(parsed.getOrDefault(session, command)).isSameAs(command);
        parsed.put(session, command);
        return 0;
      });
    }
    assertThat(parsed).as("connections that were used more than once").hasSizeLessThan(50);
  }

  @Test
  void endsWithItsDatabase() throws InterruptedException, SQLException {
    AtomicReference<Connection> kept = new AtomicReference<>();
    store.aside(at -> {
      kept.set(at.unwrap(Connection.class));
      return 0;
    });

    store.close();

    assertThat(kept.get().isClosed()).isTrue();
    assertThatThrownBy(() -> run("SELECT 1")).isInstanceOf(HopFailure.class);
  }

  private String reason(String sql) {
    try {
      run(sql);
      return "";
    } catch (HopFailure failure) {
      return failure.why().reason();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void run(String sql) throws InterruptedException {
    store.aside(at -> execute(at, sql));
  }

  private String name(int id) throws InterruptedException {
    return store.aside(at -> one(at, "SELECT name FROM item WHERE id = " + id));
  }

  private static long pointReadNanos(Connection at) throws SQLException {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long begun = System.nanoTime();
      one(at, "SELECT name FROM item WHERE id = 5");
      best = Math.min(best, System.nanoTime() - begun);
    }
    return best;
  }

  private static void scan(Connection at) throws SQLException {
    try (PreparedStatement statement = at.prepareStatement(SCAN)) {
      statement.setString(1, "item 77");
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  private static boolean execute(Connection at, String sql) throws SQLException {
    try (Statement statement = at.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static String one(Connection at, String sql) throws SQLException {
    try (Statement statement = at.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /// A database that was made, and can be connected to by nobody.
  private static final class Locked implements Database {
    boolean closed;

    @Override
    public Connection owner() throws SQLException {
      throw new SQLException("too many connections");
    }

    @Override
    public Connection reader() throws SQLException {
      return owner();
    }

    @Override
    public boolean opensAtOnce() {
      return true;
    }

    @Override
    public boolean pending(Connection owner) {
      return false;
    }

    @Override
    public String inItsWords(String statement) {
      return statement;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
