package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.live.LiveSystem.Table;
import dev.hotseat.testing.Kiosk;
import dev.hotseat.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlConsoleTest {
  private final World world = World.real(7);
  private final PooledStore store = new PooledStore(new H2Database("console", Place.MEMORY), 2);
  private final SqlConsole console = new SqlConsole(world, new Semaphore(1));

  @BeforeEach
  void stock() throws InterruptedException {
    store.aside(at -> {
      try (var statement = at.createStatement()) {
        statement.execute("CREATE SEQUENCE s");
        statement.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(2000))");
        return statement.executeUpdate(
            "INSERT INTO item SELECT x, 'item ' || x FROM SYSTEM_RANGE(1, 3000)");
      }
    });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM item",
        "select name, count(*) from item group by name having count(*) >= 1 order by 2 desc limit 5;",
        "SELECT a.id FROM item a JOIN item b ON a.id = b.id + 1 WHERE b.name LIKE 'item 1%'",
        "SELECT id FROM item WHERE id IN (1, 2, 3) AND name IS NOT NULL",
        "WITH few AS (SELECT id FROM item WHERE id < 10) SELECT COUNT(*) FROM few",
        "WITH a AS (SELECT id FROM item), b AS (SELECT id FROM a) SELECT MAX(id) FROM b",
        "VALUES (1, 'one'), (2, 'two')",
        "SELECT 1 UNION ALL SELECT 2",
        "SELECT CAST(id AS VARCHAR(20)) || '!' FROM item",
        "SELECT CASE WHEN id > 5 THEN 'much' ELSE 'little' END FROM item",
        "SELECT COALESCE(MIN(id), 0), ROUND(AVG(id), 2) FROM item",
        "SELECT id, ROW_NUMBER() OVER (ORDER BY id) FROM item FETCH FIRST 3 ROWS ONLY",
        "SELECT 'it''s; fine -- really /* yes */'",
        "-- how many?\nSELECT COUNT(*) /* all of them */ FROM item",
        "SELECT table_name FROM INFORMATION_SCHEMA.TABLES",
        "SELECT index_name FROM information_schema.indexes WHERE table_name = 'ITEM'",
        "EXPLAIN SELECT * FROM item WHERE id = 1",
        "explain analyze SELECT * FROM item WHERE name = 'item 3'",
        "SHOW TABLES",
        "SHOW COLUMNS FROM item",
      })
  void runsWhatOnlyReads(String statement) throws InterruptedException {
    Table table = console.run(store, statement);

    assertThat(table.rows()).isNotEmpty();
    assertThat(table.columns()).isNotEmpty();
  }

  @Test
  void refusesEveryHostileStatement() throws IOException, InterruptedException {
    List<String> hostile = hostile();
    List<String> notRefused = new ArrayList<>();
    for (String statement : hostile) {
      try {
        console.run(store, statement);
        notRefused.add(statement);
      } catch (SqlRefusal refusal) {
        assertThat(refusal.expected()).as(statement).isNotBlank();
      }
    }

    assertThat(hostile).hasSizeGreaterThan(200);
    assertThat(notRefused).isEmpty();
    assertThat(console.run(store, "SELECT COUNT(*) FROM item").rows())
        .isEqualTo(List.of(List.of("3000")));
    assertThat(Files.exists(Path.of("target/hotseat-hostile"))).isFalse();
  }

  @Test
  void refusesMostOfThemBeforeTheDatabaseSeesThem() throws IOException {
    List<String> let = new ArrayList<>();
    for (String statement : hostile()) {
      try {
        let.add(SqlGuard.checked(statement));
      } catch (SqlRefusal refused) {
        assertThat(refused).hasMessageNotContainingAny("Exception", "dev.hotseat");
      }
    }

    assertThat(let).as("left to the database and its unprivileged user").isEmpty();
  }

  @Test
  void theUserItselfMayOnlyRead() throws SQLException {
    try (var connection = store.reader();
        var statement = connection.createStatement()) {
      for (String forbidden :
          List.of(
              "INSERT INTO item VALUES (0, 'x')",
              "DELETE FROM item",
              "CREATE TABLE mine (id INT)",
              "CREATE ALIAS f FOR 'java.lang.Math.abs'",
              "CALL FILE_READ('/etc/passwd')",
              "SHUTDOWN",
              "SET OPTIMIZE_REUSE_RESULTS 1",
              "ALTER USER SA SET PASSWORD 'x'")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void endsWhatTakesTooLong() {
    long begunNanos = System.nanoTime();

    assertThatThrownBy(() ->
            console.run(
                store, "SELECT COUNT(*) FROM item a, item b, item c WHERE a.id + b.id + c.id = -1"))
        .isInstanceOf(SqlRefusal.class)
        .hasMessageContaining("stopped after 2 s");
    assertThat(System.nanoTime() - begunNanos).isLessThan(TimeUnit.SECONDS.toNanos(10));
  }

  @Test
  void runsOneStatementOfASystemAtATime() throws InterruptedException {
    Thread first =
        Thread.ofVirtual()
            .start(() ->
                assertThatThrownBy(() ->
                        console.run(
                            store,
                            "SELECT COUNT(*) FROM item a, item b, item c"
                                + " WHERE a.id + b.id + c.id = -1"))
                    .hasMessageContaining("stopped"));

    await()
        .untilAsserted(() ->
            assertThatThrownBy(() -> console.run(store, "SELECT 1"))
                .isInstanceOf(SqlRefusal.class)
                .hasMessageContaining("still running"));
    first.join();
    assertThat(console.run(store, "SELECT 1").rows()).hasSize(1);
  }

  @Test
  void cutsRowsCellsAndTheWhole() throws InterruptedException {
    store.aside(at -> {
      try (var statement = at.createStatement()) {
        return statement.executeUpdate("UPDATE item SET name = REPEAT('x', 2000)");
      }
    });

    Table ids = console.run(store, "SELECT id FROM item");
    Table names = console.run(store, "SELECT name FROM item");

    assertThat(ids.rows()).hasSize(1_000);
    assertThat(ids.truncated()).isTrue();
    assertThat(names.truncated()).isTrue();
    assertThat(names.rows()).hasSizeLessThan(600);
    assertThat(names.rows().getFirst().getFirst()).hasSizeLessThan(510).endsWith("…");
  }

  @Test
  void showsWhatAPlanReads() throws InterruptedException {
    Table scan = console.run(store, "EXPLAIN ANALYZE SELECT * FROM item WHERE name = 'item 9'");
    Table point = console.run(store, "EXPLAIN ANALYZE SELECT * FROM item WHERE id = 9");

    assertThat(scan.rows().getFirst().getFirst()).contains("scanCount: 3001");
    assertThat(point.rows().getFirst().getFirst()).contains("scanCount: 2");
  }

  @Test
  void saysWhereAStatementIsWrong() {
    assertThatThrownBy(() -> console.run(store, "SELECT id FRM item WHERE"))
        .isInstanceOf(SqlRefusal.class)
        .hasMessageContaining("line 1, column");
    assertThatThrownBy(() -> console.run(store, "SELECT idd FROM item"))
        .isInstanceOf(SqlRefusal.class)
        .hasMessage("Column \"IDD\" not found");
  }

  @Test
  void showsNullAsAWord() throws InterruptedException {
    assertThat(console.run(store, "SELECT NULLIF(1, 1)").rows())
        .isEqualTo(List.of(List.of("NULL")));
  }

  private static List<String> hostile() throws IOException {
    try (InputStream in = Kiosk.class.getResourceAsStream("/dev/hotseat/live/hostile.sql.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
