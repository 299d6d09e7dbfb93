package dev.hotseat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is in google-java-format; `mvn test -Dtest=FormatTest -Dformat.fix=true`
/// rewrites.
class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws IOException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources()) {
      String before = Files.readString(file);
      String after = formatted(file, before);
      if (!after.equals(before)) {
        unformatted.add(file);
        if (Boolean.getBoolean("format.fix")) {
          Files.writeString(file, after);
        }
      }
    }

    assertThat(unformatted)
        .as("not in google-java-format; run with -Dformat.fix=true to rewrite them")
        .isEmpty();
  }

  private String formatted(Path file, String source) {
    try {
      String tidy =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE);
      return formatter.formatSource(tidy);
    } catch (FormatterException e) {
      throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : List.of(Path.of("src"), Path.of("benchmarks"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
      }
    }
    return found;
  }
}
