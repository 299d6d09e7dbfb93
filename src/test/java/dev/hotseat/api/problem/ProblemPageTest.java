package dev.hotseat.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Holds `docs/PROBLEMS.md` to the list of problems; `-Dpages.fix=true` rewrites it.
class ProblemPageTest {
  private static final Path PAGE = Path.of("docs", "PROBLEMS.md");

  @Test
  void theReferencePageIsMadeFromTheList() throws IOException {
    if (Boolean.getBoolean("pages.fix")) {
      Files.writeString(PAGE, ProblemPage.markdown());
    }

    assertThat(Files.readString(PAGE)).isEqualTo(ProblemPage.markdown());
  }

  @Test
  void everyKindHasAStatusThatSaysTheSame() {
    assertThat(ProblemKind.values())
        .allSatisfy(kind -> {
          assertThat(kind.status().getCode()).isBetween(400, 599);
          assertThat(kind.title()).isNotBlank();
          assertThat(kind.remedy()).endsWith(".");
        });
    assertThat(Arrays.stream(ProblemKind.values()).map(ProblemKind::slug)).doesNotHaveDuplicates();
  }
}
