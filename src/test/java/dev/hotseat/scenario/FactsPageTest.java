package dev.hotseat.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.scenario.FactFunction.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The reference pages say what the code does. `-Dpages.fix=true` writes them.
class FactsPageTest {
  private static final String BEGIN = "<!-- written by FactsPageTest: do not edit below -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void factsAreThoseOfTheLanguage() throws IOException {
    isWritten(Path.of("docs/FACTS.md"), facts());
  }

  @Test
  void keysAreThoseOfTheShapes() throws IOException {
    isWritten(Path.of("docs/SCENARIO-FORMAT.md"), keys());
  }

  private static void isWritten(Path page, String part) throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    String whole = text.substring(0, from) + "\n" + part + "\n" + text.substring(to);
    if (Boolean.getBoolean("pages.fix")) {
      Files.writeString(page, whole);
    }

    assertThat(page).hasContent(whole);
  }

  private static String facts() {
    StringBuilder page =
        new StringBuilder("## Functions\n\n| function | gives | what |\n|---|---|---|\n");
    FactFunctions.all().values().forEach(each -> page.append(row(each)));
    page.append("\n## Moments\n\n| written | reads |\n|---|---|\n");
    for (Moment moment : Moment.values()) {
      String written = moment == Moment.NOW ? "p99(\"…\")" : moment.word() + ".p99(\"…\")";
      page.append("| `%s` | %s |\n".formatted(written, moment.meaning()));
    }
    page.append("\n## Variables\n\n| name | gives | what |\n|---|---|---|\n");
    FactFunctions.allVariables()
        .values()
        .forEach(each ->
            page.append(
                "| `%s` | %s | %s |\n"
                    .formatted(each.name(), each.kind().words(), each.meaning())));
    return page.toString();
  }

  private static String row(FactFunction each) {
    String key =
        each.reading()
            .map(prefix -> " Key `" + prefix + (each.argument().isPresent() ? "/…" : "") + "`.")
            .orElse("");
    String signature =
        each.name().equals(FactFunctions.ASSUMED)
            ? "assumed(assumption, usual number)"
            : each.signature();
    String of =
        each.isReading() && each.argument().isEmpty() ? " Of `lastRun` and `runBefore` only." : "";
    return "| `%s` | %s | %s.%s%s |\n"
        .formatted(signature, each.kind().words(), each.meaning(), of, key);
  }

  private static String keys() {
    StringBuilder page = new StringBuilder();
    SchemaWriter.forms().forEach(form -> page.append(section(form)));
    return page.toString().stripTrailing() + "\n";
  }

  private static String section(Shape.Form form) {
    StringBuilder section =
        new StringBuilder("### %s\n\n%s\n".formatted(form.name(), form.about()));
    if (!form.alternatives().isEmpty()) {
      List<String> groups =
          form.alternatives().stream()
              .map(each -> "`" + String.join("` with `", each) + "`")
              .toList();
      section
          .append("Exactly one of ")
          .append(String.join(", ", groups))
          .append(" must stand there.\n");
    }
    section.append("\n| key | value | what |\n|---|---|---|\n");
    for (Shape.Key key : form.keys()) {
      String name = key.required() ? "**" + key.name() + "**" : key.name();
      section.append("| %s | %s | %s |\n".formatted(name, value(key.shape()), key.about()));
    }
    return section.append("\n").toString();
  }

  private static String value(Shape shape) {
    return switch (shape) {
      case Shape.Form form ->
          "[" + form.name() + "](#" + form.name().toLowerCase(Locale.ROOT) + ")";
      case Shape.Many many -> "list of " + value(many.of());
      case Shape.Table table -> value(table.of()) + " by " + table.keyed();
      case Shape.Word word ->
          String.join(
              ", ",
              Stream.of(word.words()).flatMap(List::stream).map(each -> "`" + each + "`").toList());
      default -> shape.expected().replace("<", "&lt;");
    };
  }
}
