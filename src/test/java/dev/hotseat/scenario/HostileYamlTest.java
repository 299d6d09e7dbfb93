package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a file, reading it ends soon, with a place and a reason.
class HostileYamlTest {
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final int MUTATIONS = 10_000;
  private static final int WHOLE_EVERY = 20;
  private static final String[] SIGNS = {
    "\n",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    "-",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "|",
    ">",
    "&",
    "*",
    "!",
    "%",
    "@",
    "`",
    "#",
    ",",
    "{{",
    "}}",
    "(",
    ")",
    "&&",
    "0",
    "-1",
    "1e309",
    "null",
    "~",
    "\u0000",
    "\ud83d",
    "\u00e9",
    "name",
    "when: ",
    "\\",
    "p99(",
    "? ",
    "<<: ",
    "---\n",
    "9999999999"
  };

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("a: &x [1]\nb: *x\n", "1:4: error: anchors"),
        Arguments.of("a: 1\nb: *x\n", "2:4: error: aliases"),
        Arguments.of(bomb(), "1:5: error: anchors"),
        Arguments.of("a: !!java.lang.Object {}\n", "1:4: error: tags"),
        Arguments.of("a: !!str 1\n", "1:4: error: tags"),
        Arguments.of("<<: {a: 1}\n", "1:1: error: merge keys"),
        Arguments.of("? [a, b]\n: 1\n", "1:3: error: a key must be a single word"),
        Arguments.of("name: a\nname: b\n", "2:1: error: 'name' is given twice"),
        Arguments.of("[".repeat(100_000), "1:26: error: values are nested too deep"),
        Arguments.of("{a: ".repeat(100_000), "error: values are nested too deep"),
        Arguments.of("a:\n" + "- \n".repeat(60_000), "error: the file holds too many values"),
        Arguments.of("a: b: c\n", "1:5: error: this is not YAML: mapping values"),
        Arguments.of("a: [1, 2\nb: 3\n", "error: this is not YAML"),
        Arguments.of("\tname: x\n", "error: this is not YAML"),
        Arguments.of("a: \"unclosed\n", "error: this is not YAML"),
        Arguments.of("a: 1\n---\nb: 2\n", "2:1: error: a second document"),
        Arguments.of("", "1:1: error: the file is empty"),
        Arguments.of("# only a comment\n", "1:1: error: the file is empty"),
        Arguments.of("just words\n", "1:1: error: scenario.yaml is 'just words'"),
        Arguments.of("- a\n- b\n", "1:1: error: scenario.yaml is a list"),
        Arguments.of("a: \u0007\n", "error: this character may not stand here"),
        Arguments.of("%YAML 9.9\n---\na: 1\n", "error: this is not YAML"),
        Arguments.of("minutes: " + "9".repeat(5_000) + "\n", "error: 'minutes' is "),
        Arguments.of("minutes: .nan\n", "error: 'minutes' is '.nan'"),
        Arguments.of("minutes: -1e999\n", "error: 'minutes' is '-1e999'"),
        Arguments.of("title: " + "x".repeat(100_000) + "\n", "error: 'title' is too long"),
        Arguments.of("name: ../../etc/passwd\n", "error: 'name' is '../../etc/passwd'"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedWithPlaceAndReason(String yaml, String problem) {
    var loaded = load(yaml.getBytes(StandardCharsets.UTF_8));

    assertThat(loaded.scenario()).isEmpty();
    assertThat(loaded.problems())
        .extracting(Problem::text)
        .anyMatch(each -> each.contains(problem));
    assertThat(loaded.problems()).allMatch(each -> each.line() > 0 && each.column() > 0);
  }

  @Test
  void isRefusedWhenTooLarge() {
    byte[] large = new byte[YamlReader.BYTES_MAX + 1];
    Arrays.fill(large, (byte) ' ');

    assertThat(load(large).problems())
        .extracting(Problem::text)
        .contains("scenario.yaml:1:1: error: the file is too large; expected at most 3 MB");
  }

  @Test
  void isRefusedWhenNotText() {
    byte[] bytes = "name: a\ntitle: \u00e9".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(load(bytes).problems())
        .extracting(Problem::text)
        .contains("scenario.yaml:2:8: error: these bytes are not UTF-8; expected text in UTF-8");
  }

  @Test
  void isReadInTimeHoweverLongItsLines() {
    String wide = "teaches: [" + "x, ".repeat(40_000) + "y]\n";
    String long_ = "title: \"" + "\\u0041 ".repeat(200_000) + "\"\n";
    String code = "objectives: [{met: \"" + "p99(\\\"x\\\") > 1 && ".repeat(100_000) + "\"}]\n";

    for (String yaml : new String[] {wide, long_, code}) {
      long from = System.nanoTime();
      var loaded = load(yaml.getBytes(StandardCharsets.UTF_8));

      assertThat(loaded.scenario()).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
    }
  }

  /// Words and signs that mean something somewhere are put where they mean something else. Each
  /// mutated file is read and held against its shape; every twentieth is understood with its
  /// folder.
  @Test
  void leadsToProblemsOnlyHoweverItIsMutated() {
    String[] files = TeaShop.folder().files().keySet().toArray(String[]::new);
    SplittableRandom dice = new SplittableRandom(4711);
    long slowest = 0;
    int sound = 0;
    for (int each = 0; each < MUTATIONS; each++) {
      String file = files[dice.nextInt(files.length)];
      Folder folder = TeaShop.with(file, text -> mutated(text, dice));
      long from = System.nanoTime();
      sound += each % WHOLE_EVERY == 0 ? soundWhole(folder) : soundFile(folder, file);
      slowest = Math.max(slowest, System.nanoTime() - from);
    }

    assertThat(Duration.ofNanos(slowest)).isLessThan(LONGEST);
    assertThat(sound).as("mutations that leave it sound").isBetween(1, MUTATIONS / 2);
  }

  private static int soundWhole(Folder folder) {
    var loaded = TeaShop.load(folder);
    boolean free = loaded.problems().stream().noneMatch(Problem::isError);
    assertThat(loaded.scenario().isPresent()).isEqualTo(free);
    return free ? 1 : 0;
  }

  private static int soundFile(Folder folder, String file) {
    Notes notes = new Notes();
    var document = folder.document(file, notes);
    document.ifPresent(node -> new ShapeCheck(notes).check(node, SchemaWriter.form(file), file));
    assertThat(document.isPresent() || notes.hasErrors()).isTrue();
    return notes.hasErrors() ? 0 : 1;
  }

  private static String mutated(String text, SplittableRandom dice) {
    String changed = text;
    for (int change = dice.nextInt(3); change >= 0; change--) {
      changed = mutatedOnce(changed, dice);
    }
    return changed;
  }

  private static String mutatedOnce(String text, SplittableRandom dice) {
    if (text.isEmpty()) {
      return SIGNS[dice.nextInt(SIGNS.length)];
    }
    int at = dice.nextInt(text.length());
    int to = Math.min(text.length(), at + 1 + dice.nextInt(12));
    String sign = SIGNS[dice.nextInt(SIGNS.length)];
    return switch (dice.nextInt(4)) {
      case 0 -> text.substring(0, at) + sign + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, at) + sign + text.substring(to);
      default -> {
        int from = dice.nextInt(text.length());
        yield text.substring(0, at)
            + text.substring(from, Math.min(text.length(), from + 30))
            + text.substring(at);
      }
    };
  }

  /// Sixteen levels of three aliases each: 398 bytes that would become millions of values.
  private static String bomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int level = 1; level < 16; level++) {
      String below = "*a" + (level - 1);
      bomb.append("a%d: &a%d [%s, %s, %s]\n".formatted(level, level, below, below, below));
    }
    return bomb.toString();
  }

  private static ScenarioLoader.Loaded load(byte[] bytes) {
    return TeaShop.load(TeaShop.with(Folder.SCENARIO, bytes));
  }
}
