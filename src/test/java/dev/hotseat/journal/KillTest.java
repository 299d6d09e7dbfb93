package dev.hotseat.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `mvn test -Dtest=KillTest -Djournal.kills=100` kills a hundred times.
class KillTest {
  private static final int KILLS = Integer.getInteger("journal.kills", 3);
  private static final int WRITERS = 8;
  private static final int LINES_BEFORE_KILL_MAX = 600;

  @TempDir private Path directory;

  @Test
  void keepsEveryAcknowledgedLineInOrderWhenTheProcessIsKilled() throws Exception {
    Map<String, Long> acknowledged = new HashMap<>();

    for (int kill = 0; kill < KILLS; kill++) {
      long before = total(acknowledged);
      writeUntilKilled(acknowledged);
      assertThat(total(acknowledged))
          .as("lines written before kill %d", kill)
          .isGreaterThan(before);

      try (Journal journal = Journal.open(directory)) {
        acknowledged.forEach((stream, seq) -> assertWhole(journal, stream, seq));
      }
    }
  }

  private static void assertWhole(Journal journal, String stream, long acknowledged) {
    List<Line> found = journal.read(stream, 0, Integer.MAX_VALUE);

    assertThat((long) found.size()).as(stream).isGreaterThanOrEqualTo(acknowledged);
    assertThat(found)
        .isEqualTo(LongStream.rangeClosed(1, found.size()).mapToObj(KilledWriter::line).toList());
  }

  private void writeUntilKilled(Map<String, Long> acknowledged)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                directory.toString(),
                Integer.toString(WRITERS))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      int killAfter = ThreadLocalRandom.current().nextInt(1, LINES_BEFORE_KILL_MAX);
      try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
        int heard = 0;
        for (String said = out.readLine(); said != null; said = out.readLine()) {
          int space = said.indexOf(' ');
          if (said.startsWith("s") && space > 0) {
            acknowledged.merge(
                said.substring(0, space), Long.parseLong(said.substring(space + 1)), Math::max);
            heard++;
          }
          if (heard == killAfter) {
            // By its handle, which leaves the pipe open: what is still in it was acknowledged too.
            writer.toHandle().destroyForcibly();
          }
        }
      }
    } finally {
      writer.destroyForcibly();
      assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static long total(Map<String, Long> acknowledged) {
    return acknowledged.values().stream().mapToLong(Long::longValue).sum();
  }
}
