package dev.hotseat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.journal.JournalFailure.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456789Z");

  @TempDir private Path directory;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = Journal.open(directory);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static Line line(long seq) {
    return new Line(
        seq, NOON.plusSeconds(seq), seq * 0.1, "said", "{\"words\":\"number " + seq + "\"}");
  }

  private static List<Line> lines(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(JournalTest::line).toList();
  }

  @Test
  void givesBackWhatWasWritten() {
    journal.create("a", NOON, "{}", lines(1, 2));
    journal.append("a", lines(3, 5));

    assertThat(journal.read("a", 0, 100)).isEqualTo(lines(1, 5));
    assertThat(journal.read("a", 3, 100)).isEqualTo(lines(4, 5));
    assertThat(journal.read("a", 1, 2)).isEqualTo(lines(2, 3));
    assertThat(journal.read("a", 5, 100)).isEmpty();
    assertThat(journal.read("b", 0, 100)).isEmpty();
  }

  @Test
  void givesItBackAfterReopening() {
    journal.create("a", NOON, "{\"who\":\"Ann\"}", lines(1, 3));
    journal.close();
    journal = Journal.open(directory);
    journal.append("a", lines(4, 4));

    assertThat(journal.read("a", 0, 100)).isEqualTo(lines(1, 4));
    assertThat(journal.streams())
        .containsExactly(new Head("a", NOON, "{\"who\":\"Ann\"}", 4, NOON.plusSeconds(4)));
  }

  @Test
  void refusesAGapARepetitionAndAnUnknownStream() {
    journal.create("a", NOON, "{}", lines(1, 1));

    assertThatThrownBy(() -> journal.append("a", lines(3, 3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ends with line 1, got line 3");
    assertThatThrownBy(() -> journal.append("a", lines(1, 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> journal.append("b", lines(1, 1)))
        .hasMessageContaining("there is no stream b");
    assertThatThrownBy(() -> journal.create("a", NOON, "{}", List.of()))
        .hasMessageContaining("there is a stream a");
    assertThat(journal.read("a", 0, 100)).isEqualTo(lines(1, 1));
  }

  @Test
  void keepsTheOrderOfManyWritersWithoutGaps() throws Exception {
    int writers = 16;
    int each = 60;
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String stream = "s" + writer;
        all.add(
            crew.submit(() -> {
              journal.create(stream, NOON, "{}", lines(1, 1));
              for (int seq = 2; seq <= each; seq += 2) {
                journal.append(stream, lines(seq, Math.min(each, seq + 1)));
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }

    IntStream.range(0, writers)
        .forEach(
            writer -> assertThat(journal.read("s" + writer, 0, 1_000)).isEqualTo(lines(1, each)));
    assertThat(journal.streams()).hasSize(writers);
  }

  @Test
  void neverTakesAStreamThatGrowsForADamagedOne() throws Exception {
    journal.create("a", NOON, "{}", lines(1, 1));
    try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> writer =
          crew.submit(() -> lines(2, 400).forEach(each -> journal.append("a", List.of(each))));
      while (!writer.isDone()) {
        List<Line> seen = journal.read("a", 0, 1_000);
        assertThat(seen).isEqualTo(lines(1, seen.size()));
      }
      writer.get();
    }

    assertThat(journal.read("a", 0, 1_000)).isEqualTo(lines(1, 400));
  }

  @Test
  void erasesAStreamAndNothingElse() {
    journal.create("a", NOON, "{\"who\":\"Ann\"}", lines(1, 3));
    journal.create("b", NOON, "{}", lines(1, 2));

    assertThat(journal.erase("a")).isTrue();
    assertThat(journal.erase("a")).isFalse();

    assertThat(journal.read("a", 0, 100)).isEmpty();
    assertThat(journal.head("a")).isEmpty();
    assertThat(journal.read("b", 0, 100)).isEqualTo(lines(1, 2));
    journal.create("a", NOON, "{}", lines(1, 1));
    assertThat(journal.read("a", 0, 100)).isEqualTo(lines(1, 1));
  }

  @Test
  void holdsALineAsLongAsTheLongestResult() {
    String words = "0123456789abcdef".repeat(60_000);
    journal.create("a", NOON, "{}", List.of(new Line(1, NOON, 0, "said", words)));

    assertThat(journal.read("a", 0, 1).getFirst().payload()).isEqualTo(words);
  }

  @Test
  void survivesReadersThatAreInterrupted() throws InterruptedException {
    journal.create("a", NOON, "{}", lines(1, 200));

    for (int reader = 0; reader < 20; reader++) {
      Thread thread = Thread.ofVirtual().start(() -> journal.read("a", 0, 1_000));
      thread.interrupt();
      thread.join();
    }

    journal.append("a", lines(201, 201));
    assertThat(journal.read("a", 0, 1_000)).isEqualTo(lines(1, 201));
  }

  @Test
  void saysSoWhenItIsClosed() {
    journal.close();

    assertThatThrownBy(() -> journal.append("a", lines(1, 1)))
        .isInstanceOfSatisfying(
            JournalFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.CLOSED));
  }

  @Nested
  class WhenTheFileWasTamperedWith {
    @BeforeEach
    void write() {
      journal.create("a", NOON, "{}", lines(1, 5));
      journal.create("b", NOON, "{}", lines(1, 2));
      journal.close();
    }

    private void tamper(String statement) throws SQLException {
      String url = "jdbc:h2:file:" + directory.resolve("journal");
      try (Connection open = DriverManager.getConnection(url, "hotseat", "");
          Statement change = open.createStatement()) {
        assertThat(change.executeUpdate(statement)).isPositive();
      }
      journal = Journal.open(directory);
    }

    private void assertDamaged(String named) {
      assertThatThrownBy(() -> journal.read("a", 0, 100))
          .isInstanceOfSatisfying(
              JournalFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.DAMAGED))
          .hasMessageContaining(named);
      assertThat(journal.read("b", 0, 100)).isEqualTo(lines(1, 2));
    }

    @Test
    void namesALineWhoseTimeChanged() throws SQLException {
      tamper("UPDATE line SET at = at + 1 WHERE stream = 'a' AND seq = 3");

      assertDamaged("line 3 of stream a is not what was written");
    }

    @Test
    void namesALineWhosePayloadWasReplacedByAnother() throws SQLException {
      tamper(
          "UPDATE line SET payload = (SELECT payload FROM line WHERE stream = 'a' AND seq = 5)"
              + " WHERE stream = 'a' AND seq = 2");

      assertDamaged("line 2 of stream a is not what was written");
    }

    @Test
    void namesALineWithAFlippedBit() throws SQLException {
      tamper(
          "UPDATE line SET payload = SUBSTRING(payload FROM 1 FOR 5) || X'41' ||"
              + " SUBSTRING(payload FROM 7) WHERE stream = 'a' AND seq = 4");

      assertDamaged("line 4 of stream a");
    }

    @Test
    void namesALineThatIsGone() throws SQLException {
      tamper("DELETE FROM line WHERE stream = 'a' AND seq = 2");

      assertDamaged("line 2 of stream a is missing");
    }

    @Test
    void missesLinesCutOffAtTheEnd() throws SQLException {
      tamper("DELETE FROM line WHERE stream = 'a' AND seq > 3");

      assertDamaged("line 4 of stream a is missing");
    }
  }
}
