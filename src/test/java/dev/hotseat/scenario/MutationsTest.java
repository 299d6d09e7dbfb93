package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One thing wrong at a time: each slip is found where it stands, with what was right there. The
/// slips stand in `slips.txt`.
class MutationsTest {
  private static final Path SLIPS = Path.of("src/test/resources/dev/hotseat/scenario/slips.txt");
  private static final String I = "interview.yaml";
  private static final String H = "hearing.yaml";

  /// A slip of the author.
  ///
  /// @param from what stood in the sound file
  /// @param to what stands there instead
  /// @param at the text at whose first character the problem must be shown
  record Slip(
      String file,
      String from,
      String to,
      String at,
      String message,
      String expected,
      String nearest) {
    static Slip of(String line) {
      String[] cells = line.replace("⏎", "\n").split(" ¦ ");
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].equals("∅") ? "" : cells[i];
      }
      return new Slip(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }

    @Override
    public String toString() {
      return file + ": " + to.strip();
    }
  }

  static Stream<Slip> slips() throws IOException {
    return Files.readAllLines(SLIPS).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Slip::of);
  }

  @Test
  void areMany() throws IOException {
    assertThat(slips()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("slips")
  void areFoundWhereTheyStand(Slip slip) {
    Folder folder = TeaShop.with(slip.file, text -> replaced(text, slip));
    String mutated =
        new String(folder.files().getOrDefault(slip.file, new byte[0]), StandardCharsets.UTF_8);

    List<Problem> problems = TeaShop.load(folder).problems();

    assertThat(problems)
        .filteredOn(each -> matches(each, slip, mutated))
        .as(told(problems, slip, mutated))
        .isNotEmpty();
    assertThat(TeaShop.load(folder).scenario()).isEmpty();
  }

  @Test
  void doNotHideEachOther() {
    Folder folder =
        TeaShop.with(
            I,
            text ->
                text.replace("kind: estimate", "kind: estimation")
                    .replace("p99(\"order\") < 50.0", "p99(\"ordr\") < 50.0")
                    .replace("phases: [break]", "phases: [brake]")
                    .replace("hear: more-cups", "heer: more-cups"));

    assertThat(TeaShop.load(folder).problems())
        .extracting(Problem::nearest)
        .contains("estimate", "order", "break", "hear");
  }

  @Test
  void ofTheGentleKindOnlyWarn() {
    Folder folder = TeaShop.with(I, text -> text.replace("    hints: [Two kettles.]\n", ""));

    ScenarioLoader.Loaded loaded = TeaShop.load(folder);

    assertThat(loaded.problems())
        .extracting(Problem::text)
        .containsExactly(
            "interview.yaml:51:9: warning: question 'serve' has no hints; expected hints, the mildest first");
    assertThat(loaded.scenario()).isPresent();
  }

  @Test
  void ofTheForgetfulKindOnlyWarn() {
    Folder folder = TeaShop.with(I, text -> text.replace("group: kitchen", "fault: spilled"));

    assertThat(TeaShop.load(folder).problems())
        .extracting(Problem::text)
        .containsExactly(
            "scenario.yaml:46:5: warning: no phase injects a fault of group 'kitchen';"
                + " expected an inject with this group");
  }

  @Test
  void missingFilesAreNamed() {
    var files = new TreeMap<>(TeaShop.folder().files());
    files.remove(H);

    assertThat(TeaShop.load(new Folder(TeaShop.NAME, files, "")).problems())
        .extracting(Problem::text)
        .contains("hearing.yaml:1:1: error: the file is missing; expected hearing.yaml");
  }

  private static String replaced(String text, Slip slip) {
    assertThat(text).contains(slip.from);
    return text.replaceFirst(Pattern.quote(slip.from), Matcher.quoteReplacement(slip.to));
  }

  private static boolean matches(Problem problem, Slip slip, String mutated) {
    return place(problem).equals(wanted(slip, mutated))
        && problem.message().contains(slip.message)
        && problem.expected().contains(slip.expected)
        && problem.nearest().equals(slip.nearest);
  }

  private static String place(Problem problem) {
    return problem.file() + ":" + problem.line() + ":" + problem.column();
  }

  private static String wanted(Slip slip, String mutated) {
    int index = mutated.indexOf(slip.at);
    assertThat(index).as("'%s' in the mutated file", slip.at).isNotNegative();
    String before = mutated.substring(0, index);
    long line = before.chars().filter(each -> each == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, index) + 1;
    return slip.file + ":" + line + ":" + column;
  }

  private static String told(List<Problem> problems, Slip slip, String mutated) {
    return "wanted at "
        + wanted(slip, mutated)
        + " '"
        + slip.message
        + "' expected '"
        + slip.expected
        + "' nearest '"
        + slip.nearest
        + "', got\n"
        + String.join("\n", problems.stream().map(Problem::text).toList());
  }
}
