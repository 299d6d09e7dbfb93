package dev.hotseat.live;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyFileTest {
  private static final int BLOCK = 4_096;

  @TempDir private Path folder;

  @Test
  void whoIsInterruptedCompletesTheOperationAndStaysInterrupted() throws IOException {
    try (FileChannel file = open("one")) {
      Thread.currentThread().interrupt();
      int written = file.write(block(7), 0);
      boolean afterWriting = Thread.interrupted();

      Thread.currentThread().interrupt();
      ByteBuffer read = ByteBuffer.allocate(BLOCK);
      file.read(read, 0);
      boolean afterReading = Thread.interrupted();

      assertThat(written).isEqualTo(BLOCK);
      assertThat(afterWriting).isTrue();
      assertThat(afterReading).isTrue();
      assertThat(read.array()).containsOnly(7);
    }
  }

  @Test
  void nobodyElseNoticesThatReadersAndWritersAreInterrupted() throws Exception {
    int writers = 4;
    AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger operations = new AtomicInteger();
    AtomicInteger interrupts = new AtomicInteger();
    try (FileChannel file = open("many")) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int place = i;
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    for (int value = 1; !over.get(); value = value % 100 + 1) {
                      file.write(block(value), (long) place * BLOCK);
                      ByteBuffer read = ByteBuffer.allocate(BLOCK);
                      file.read(read, (long) place * BLOCK);
                      assertThat(read.array()).containsOnly(value);
                      operations.incrementAndGet();
                      if (Thread.interrupted()) {
                        interrupts.incrementAndGet();
                      }
                    }
                  } catch (Throwable e) {
                    wrong.compareAndSet(null, e);
                  }
                }));
      }
      for (int i = 0; wrong.get() == null && interrupts.get() < 500; i++) {
        threads.get(i % writers).interrupt();
        Thread.onSpinWait();
      }
      over.set(true);
      for (Thread each : threads) {
        each.join();
      }
    }

    assertThat(wrong.get()).isNull();
    assertThat(operations).hasPositiveValue();
  }

  @Test
  void theLockIsHeldThroughInterruptsAndLetGoInTheEnd() throws Exception {
    FileChannel file = open("locked");
    file.write(block(1), 0);
    FileLock lock = file.tryLock(0, Long.MAX_VALUE, false);
    AtomicBoolean over = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (!over.get()) {
                  file.read(ByteBuffer.allocate(BLOCK), 0);
                  boolean _ = Thread.interrupted();
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    for (int i = 0; i < 3_000; i++) {
      reader.interrupt();
      Thread.onSpinWait();
    }
    over.set(true);
    reader.join();

    assertThat(lock.isValid()).isTrue();
    lock.release();
    assertThat(lock.isValid()).isFalse();
    file.close();
    try (FileChannel other = FileChannel.open(folder.resolve("locked"), WRITE);
        FileLock taken = other.tryLock()) {
      assertThat(taken).isNotNull();
    }
  }

  @Test
  void aFileThatWasClosedOnPurposeStaysClosed() throws IOException {
    FileChannel file = open("closed");
    file.close();

    assertThatThrownBy(() -> file.read(ByteBuffer.allocate(1), 0))
        .isInstanceOf(ClosedChannelException.class);
  }

  /// An interrupt closes it sooner or later while it is read, and then there is nothing to open.
  @Test
  void aFileThatWasErasedIsNotMadeAnew() throws Exception {
    AtomicReference<@Nullable IOException> told = new AtomicReference<>();
    try (FileChannel file = open("erased")) {
      file.write(block(1), 0);
      Files.delete(folder.resolve("erased"));
      Thread reader =
          Thread.ofPlatform()
              .start(() -> {
                while (told.get() == null) {
                  try {
                    file.read(ByteBuffer.allocate(BLOCK), 0);
                    boolean _ = Thread.interrupted();
                  } catch (IOException e) {
                    told.set(e);
                  }
                }
              });
      while (reader.isAlive()) {
        reader.interrupt();
        Thread.onSpinWait();
      }
    }

    assertThat(told.get()).isInstanceOf(NoSuchFileException.class);
    assertThat(Files.exists(folder.resolve("erased"))).isFalse();
  }

  @Test
  void growsAndShrinksAsOneSees() throws IOException {
    try (FileChannel file = open("size")) {
      file.write(block(1), BLOCK);
      long grown = file.size();
      file.truncate(10);
      file.force(true);

      assertThat(grown).isEqualTo(2 * BLOCK);
      assertThat(file.size()).isEqualTo(10);
      assertThat(Files.size(folder.resolve("size"))).isEqualTo(10);
    }
  }

  @Test
  void aDatabaseInItOutlivesItsInterruptedUsers() throws Exception {
    String url = "jdbc:h2:" + SteadyPath.of(folder.resolve("db")) + ";CACHE_SIZE=0;WRITE_DELAY=0";
    try (Connection keeper = DriverManager.getConnection(url);
        Statement statement = keeper.createStatement()) {
      statement.execute("CREATE TABLE t (id INT PRIMARY KEY, v VARCHAR(200))");
      statement.execute("INSERT INTO t SELECT x, REPEAT('x', 200) FROM SYSTEM_RANGE(1, 20000)");
      for (int i = 0; i < 40; i++) {
        Thread user = Thread.ofPlatform().start(() -> useUntilInterrupted(url));
        Thread.sleep(5);
        user.interrupt();
        user.join();
      }
      try (ResultSet row = statement.executeQuery("SELECT COUNT(*), MIN(LENGTH(v)) FROM t")) {
        row.next();
        assertThat(row.getInt(1)).isEqualTo(20_000);
        assertThat(row.getInt(2)).isEqualTo(200);
      }
    }
  }

  private static void useUntilInterrupted(String url) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (int i = 1; !Thread.currentThread().isInterrupted(); i++) {
        statement.execute("UPDATE t SET v = REPEAT('y', 200) WHERE id = " + i % 20_000);
      }
    } catch (SQLException _) {
      // it was interrupted where it waited for something else
    }
  }

  private FileChannel open(String name) throws IOException {
    return FilePath.get(SteadyPath.of(folder.resolve(name))).open("rw");
  }

  private static ByteBuffer block(int value) {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    while (block.hasRemaining()) {
      block.put((byte) value);
    }
    return block.flip();
  }
}
