package dev.hotseat.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  private static List<String> lines(Sheet sheet) {
    return Arrays.asList(sheet.toString().split("\n"));
  }

  @Test
  void keepsEveryLineWithinTheColumns() {
    Sheet sheet =
        new Sheet()
            .head("x".repeat(300), "y".repeat(300))
            .paragraph("word ".repeat(200) + "z".repeat(500))
            .said("somebody with a long name", 19, "answer ".repeat(100))
            .points(List.of("point ".repeat(50)))
            .grid(new Grid("a", "b", ">c").row("m".repeat(200), "n ".repeat(90), "1234567"));

    assertThat(lines(sheet))
        .allSatisfy(line -> assertThat(Words.width(line)).isLessThanOrEqualTo(Sheet.COLUMNS));
  }

  @Test
  void alignsColumnsAndPutsFiguresRight() {
    Grid grid =
        new Grid("name", ">count", "why").row("a", "1", "x").row("long name", "12,345", "y");

    assertThat(grid.lines(60))
        .containsExactly(
            "name        count  why", //
            "a               1  x",
            "long name  12,345  y");
  }

  @Test
  void goesOnInTheNextLineWhereAColumnIsTooNarrow() {
    Grid grid = new Grid("lever", "meaning").row("cache", "where links are kept beside the store");

    assertThat(grid.lines(30))
        .containsExactly(
            "lever  meaning", //
            "cache  where links are kept",
            "       beside the store");
  }

  @Test
  void breaksAListOfChoicesBetweenThem() {
    Grid grid = new Grid("action", "told").row("verify", "[how=counts|checksums|sampled|full]");

    assertThat(grid.lines(30))
        .containsExactly(
            "action  told", //
            "verify  [how=counts|checksums|",
            "        sampled|full]");
  }

  @Test
  void goesOnBelowItselfRatherThanBreakAWord() {
    Grid grid =
        new Grid("instance", ">connections", ">heap used", "release")
            .row("orders.1", "12", "48 %", "2026-11")
            .row("orders.2", "9", "51 %", "2026-11");

    assertThat(grid.lines(30))
        .containsExactly(
            "instance  connections     heap",
            "                          used",
            "orders.1           12     48 %",
            "orders.2            9     51 %",
            "",
            "instance  release",
            "orders.1  2026-11",
            "orders.2  2026-11");
  }

  @Test
  void leavesOutColumnsInWhichNothingIsSaid() {
    Grid grid = new Grid("hop", "region", ">took").row("db", "", "3 ms").row("cache", "", "1 ms");

    assertThat(grid.dense().lines(30)).containsExactly("hop    took", "db     3 ms", "cache  1 ms");
  }

  @Test
  void takesTheTeethOutOfWhatATerminalWouldObey() {
    String text =
        new Sheet()
            .paragraph("red \u001b[31m and \u009b2J and \u202e reversed\u0007")
            .grid(new Grid("h").row("a\u001b]0;title\u0007b\nc"))
            .toString();

    assertThat(text).doesNotContain("\u001b", "\u009b", "\u202e", "\u0007").contains("\uFFFD");
    assertThat(text.lines()).noneMatch(line -> line.chars().anyMatch(c -> c < ' '));
  }

  @Test
  void countsWideSignsAsTwoColumns() {
    assertThat(Words.width("日本")).isEqualTo(4);
    assertThat(Words.width("e\u0301")).isEqualTo(1);
    assertThat(Words.fit("日本語", 5)).isEqualTo("日本…");
  }

  @Test
  void joinsTheLinesOfAParagraphAndKeepsLists() {
    String text = new Sheet().prose("One\ntwo\n\n- three\n- four\nfive").toString();

    assertThat(text).isEqualTo("One two\n\n- three\n- four five\n");
  }

  @Test
  void doesNotWrapWhatIsMeantToBeCopied() {
    String command = "curl '" + "x".repeat(150) + "'";

    assertThat(new Sheet().next(List.of(command)).toString()).contains("  " + command + "\n");
  }
}
