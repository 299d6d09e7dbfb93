package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.testing.LocalPostgres;
import dev.hotseat.world.World;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDatabaseTest {
  private static final String OURS = "^hotseat_%s_[0-9a-f]{16}";

  private final PostgresServer server = LocalPostgres.server();

  @Test
  void isDroppedWithItsRoleWhenItsSystemEnds() throws SQLException {
    PostgresDatabase database = new PostgresDatabase(server, "brief");
    assertThat(databases("brief")).hasSize(1);
    assertThat(roles("brief")).hasSize(1);

    database.close();

    assertThat(databases("brief")).isEmpty();
    assertThat(roles("brief")).isEmpty();
  }

  @Test
  void whatAKilledServerLeftBehindIsDroppedByTheNextAndNothingElse() throws SQLException {
    String left = "hotseat_dead_0123456789abcdef";
    String foreign = "hotseat_prod";
    admin(
        "CREATE DATABASE " + left, "CREATE ROLE " + left + "_reader", "CREATE DATABASE " + foreign);
    try (PostgresDatabase alive = new PostgresDatabase(server, "alive");
        PostgresDatabase next = new PostgresDatabase(server, "next")) {
      assertThat(databases("dead")).isEmpty();
      assertThat(roles("dead")).isEmpty();
      assertThat(databases("alive")).hasSize(1);
      assertThat(names("SELECT datname FROM pg_database WHERE datname = '" + foreign + "'"))
          .hasSize(1);
      assertThat(alive).isNotSameAs(next);
    } finally {
      admin("DROP DATABASE " + foreign);
    }
  }

  @Test
  void itsReaderReadsWhatTheOwnerMakesAndChangesNothing() throws SQLException {
    try (PostgresDatabase database = new PostgresDatabase(server, "read");
        Connection owner = database.owner();
        Connection reader = database.reader()) {
      run(owner, "CREATE TABLE t (id INT)", "INSERT INTO t VALUES (7)");

      assertThat(strings(reader, "SELECT id FROM t")).containsExactly("7");
      assertThatThrownBy(() -> run(reader, "INSERT INTO t VALUES (8)"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(
              () -> run(reader, "SET default_transaction_read_only = off", "DELETE FROM t"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> run(reader, "CREATE TABLE mine (id INT)"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void isClosedToTheReaderOfAnother() throws SQLException {
    try (PostgresDatabase one = new PostgresDatabase(server, "one");
        PostgresDatabase two = new PostgresDatabase(server, "two");
        Connection reader = one.reader()) {
      String password = "ALTER ROLE " + reader.getMetaData().getUserName() + " PASSWORD 'known'";
      admin(password);
      String other = server.url().replaceAll("/[^/]*$", "/") + databases("two").getFirst();

      assertThatThrownBy(() ->
              DriverManager.getConnection(other, reader.getMetaData().getUserName(), "known")
                  .close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
      assertThat(two).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SHOW TABLES, t",
    "show columns from t, id",
    "SELECT id FROM t WHERE id = 7, 7",
    "SELECT indexname FROM pg_indexes WHERE tablename = 't', t_pkey"
  })
  void theConsoleSpeaksItsLanguage(String asked, String first) throws Exception {
    try (PooledStore store = stocked()) {
      Table answer = console().run(store, asked);

      assertThat(answer.rows().getFirst().getFirst()).isEqualTo(first);
    }
  }

  @Test
  void theConsoleExplains() throws Exception {
    try (PooledStore store = stocked()) {
      Table answer = console().run(store, "EXPLAIN ANALYZE SELECT * FROM t WHERE id = 7");

      assertThat(answer.rows().getFirst().getFirst()).contains("actual time");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM pg_stat_activity",
        "SELECT * FROM pg_catalog.pg_database",
        "SELECT pg_sleep(10)",
        "SELECT rolname FROM PG_ROLES"
      })
  void theConsoleKeepsTheServerToItself(String asked) throws Exception {
    try (PooledStore store = stocked()) {
      assertThatThrownBy(() -> console().run(store, asked)).isInstanceOf(SqlRefusal.class);
    }
  }

  @Test
  void namesWhyAStatementFailed() throws Exception {
    try (PooledStore store = stocked()) {
      assertThat(reason(store, "INSERT INTO t VALUES (7)")).isEqualTo("duplicate-key");
      assertThat(reason(store, "SELECT * FROM nowhere")).isEqualTo("sql-error");
    }
  }

  @Test
  void namesALockThatWasNotHadInTimeAndRollsBackWhatWasNotCommitted() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (PooledStore store = stocked()) {
      Thread holder =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  store.aside(connection -> {
                    connection.setAutoCommit(false);
                    run(connection, "UPDATE t SET id = 8 WHERE id = 7");
                    locked.countDown();
                    done.await();
                    return 0;
                  });
                } catch (InterruptedException _) {
                  // the test is over
                }
              });
      locked.await();
      String why = reason(store, "UPDATE t SET id = 9 WHERE id = 7");
      done.countDown();
      holder.join();

      assertThat(why).isEqualTo("lock-timeout");
      assertThat(store.<List<String>>aside(connection -> strings(connection, "SELECT id FROM t")))
          .containsExactly("7");
    }
  }

  @Test
  void aThreadThatDiesInItCostsOneConnectionAndNothingElse() throws Exception {
    try (PooledStore store = stocked()) {
      for (int i = 0; i < 20; i++) {
        Thread dying =
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    store.aside(connection -> strings(connection, "SELECT pg_sleep(60)"));
                  } catch (InterruptedException | HopFailure _) {
                    // it died
                  }
                });
        Thread.sleep(5);
        dying.interrupt();
        dying.join();
      }

      assertThat(store.<List<String>>aside(connection -> strings(connection, "SELECT id FROM t")))
          .containsExactly("7");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsARefusalThatNamesTheLever() {
    PostgresServer nobody =
        new PostgresServer("jdbc:postgresql://127.0.0.1:1/postgres", "nobody", "secret");

    assertThatThrownBy(() -> new PostgresDatabase(nobody, "none"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("store")
        .hasMessageNotContaining("secret");
    assertThat(nobody.toString()).doesNotContain("secret");
  }

  @Test
  void anAddressOfAnythingElseIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new PostgresServer("jdbc:mysql://db/x", "", ""))
        .hasMessageContaining("hotseat.postgresql.url");
  }

  private PooledStore stocked() throws InterruptedException {
    PooledStore store = new PooledStore(new PostgresDatabase(server, "console"), 2);
    store.<Boolean>aside(connection -> {
      run(connection, "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (7)");
      return true;
    });
    return store;
  }

  private static SqlConsole console() {
    return new SqlConsole(World.real(1), new Semaphore(1));
  }

  private static String reason(PooledStore store, String sql) throws InterruptedException {
    try {
      store.<Boolean>aside(connection -> {
        run(connection, sql);
        return true;
      });
      return "";
    } catch (HopFailure failure) {
      return failure.why().reason();
    }
  }

  private List<String> databases(String system) throws SQLException {
    return names(
        "SELECT datname FROM pg_database WHERE datname ~ '" + OURS.formatted(system) + "$'");
  }

  private List<String> roles(String system) throws SQLException {
    return names("SELECT rolname FROM pg_roles WHERE rolname ~ '" + OURS.formatted(system) + "'");
  }

  private List<String> names(String sql) throws SQLException {
    try (Connection connection = admin()) {
      return strings(connection, sql);
    }
  }

  private void admin(String... statements) throws SQLException {
    try (Connection connection = admin()) {
      run(connection, statements);
    }
  }

  private Connection admin() throws SQLException {
    return DriverManager.getConnection(server.url(), server.user(), server.password());
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
