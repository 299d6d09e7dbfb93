package dev.hotseat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotseat.journal.JournalFailure.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
  private static final Line FIRST = new Line(1, Instant.EPOCH, 0, "said", "one");
  private static final Line SECOND = new Line(2, Instant.EPOCH, 0, "said", "two");

  @TempDir private Path directory;

  @AfterEach
  void makeRoom() {
    FullDisk.FULL.set(false);
  }

  @Test
  void refusesToWriteGoesOnReadingAndRecovers() {
    FullDisk.register();
    try (var journal = new H2Journal("jdbc:h2:" + FullDisk.SCHEME + ":" + directory.resolve("j"))) {
      journal.create("a", Instant.EPOCH, "{}", List.of(FIRST));

      FullDisk.FULL.set(true);

      assertThatThrownBy(() -> journal.append("a", List.of(SECOND)))
          .isInstanceOfSatisfying(
              JournalFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.FULL));
      assertThat(journal.read("a", 0, 10)).containsExactly(FIRST);

      FullDisk.FULL.set(false);

      journal.append("a", List.of(SECOND));
      assertThat(journal.read("a", 0, 10)).containsExactly(FIRST, SECOND);
    }
  }
}
