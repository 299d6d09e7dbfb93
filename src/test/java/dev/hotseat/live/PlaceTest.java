package dev.hotseat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private final Place.Disk disk = Place.Disk.temporary("placetest");

  @Test
  void aDatabaseOnDiskOutlivesAnInterruptAndLeavesNothingBehind() throws InterruptedException {
    PooledStore store = new PooledStore(new H2Database("placetest", disk), 2);
    store.aside(connection -> made(connection));

    Thread killed =
        Thread.ofVirtual()
            .start(() -> {
              Thread.currentThread().interrupt();
              try {
                long _ = store.<Long>aside(PlaceTest::counted);
              } catch (InterruptedException | RuntimeException _) {
                // it was killed
              }
            });
    killed.join();
    long after = store.aside(PlaceTest::counted);
    store.close();

    assertThat(after).isEqualTo(50_000);
    assertThat(Files.exists(disk.folder())).isFalse();
  }

  private static int made(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (id INT PRIMARY KEY, word VARCHAR(40))");
      return statement.executeUpdate(
          "INSERT INTO t SELECT x, 'word ' || x FROM SYSTEM_RANGE(1, 50000)");
    }
  }

  private static long counted(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM t WHERE word LIKE 'word%'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
