package dev.hotseat.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.world.Carriers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionPoolTest {
  private final H2Database database = new H2Database("pool", Place.MEMORY);
  private final ConnectionPool pool = new ConnectionPool(database, 20);

  @AfterEach
  void close() {
    pool.close();
    database.close();
  }

  @Test
  void takesBackWhatWasNotCommitted() throws SQLException, InterruptedException {
    Connection first = pool.take();
    run(first, "CREATE TABLE t (id INT)");
    first.setAutoCommit(false);
    run(first, "INSERT INTO t VALUES (1)");
    pool.giveBack(first);

    Connection again = pool.take();

    assertThat(again.getAutoCommit()).isTrue();
    try (var row = again.createStatement().executeQuery("SELECT COUNT(*) FROM t")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void lendsNoConnectionThatIsClosed() throws SQLException, InterruptedException {
    Connection broken = pool.take();
    broken.close();
    pool.giveBack(broken);

    assertThat(pool.take().isClosed()).isFalse();
    assertThat(pool.take().isClosed()).isFalse();
  }

  /*
   * A process that dies interrupts its threads wherever they are, also while they hand a connection
   * on to somebody who waits for it, on carriers that they share.
   */
  @Test
  void passesConnectionsOnHoweverOftenSomebodyIsInterrupted() throws InterruptedException {
    int crowd = 100;
    AtomicBoolean dying = new AtomicBoolean(true);
    AtomicInteger served = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    ThreadFactory carried = Carriers.own("pool-test");
    for (int i = 0; i < crowd; i++) {
      threads.add(carried.newThread(() -> useUntil(dying, served)));
    }
    threads.forEach(Thread::start);
    for (int round = 0; round < 300; round++) {
      threads.forEach(Thread::interrupt);
      Thread.sleep(Duration.ofMillis(2));
    }
    dying.set(false);

    await().atMost(60, SECONDS).until(() -> served.get() == crowd);
  }

  /// Is served again and again as long as somebody dies, and once more afterwards.
  private void useUntil(AtomicBoolean dying, AtomicInteger served) {
    boolean last = false;
    while (!last) {
      boolean over = !dying.get();
      try {
        Connection connection = pool.take();
        pool.giveBack(connection);
        last = over;
      } catch (InterruptedException | SQLException _) {
        boolean _ = Thread.interrupted();
      }
    }
    served.incrementAndGet();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
