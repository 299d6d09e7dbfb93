package dev.hotseat.api.text;

import java.util.List;

/// One answer for a terminal, written from top to bottom in 100 columns.
public final class Sheet {
  /// Columns of the page.
  public static final int COLUMNS = 100;

  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  /// A line with something on its right end: `url-shortener … 17:42 left`.
  public Sheet head(String left, String right) {
    String end = Words.fit(Words.clean(right), COLUMNS / 2);
    String start = Words.fit(Words.clean(left), COLUMNS - Words.width(end) - 2);
    line(Words.left(start, COLUMNS - Words.width(end)) + end);
    return line("─".repeat(COLUMNS));
  }

  /// A title of a section, with a blank line before it.
  public Sheet title(String words) {
    return blank().line(Words.fit(Words.clean(words).replace('\n', ' '), COLUMNS));
  }

  /// A paragraph, wrapped.
  public Sheet paragraph(String words) {
    Words.wrap(Words.clean(words), COLUMNS).forEach(this::line);
    return this;
  }

  /// Text written in Markdown: the lines of a paragraph are joined and wrapped anew; list items and
  /// what is indented stay lines of their own.
  public Sheet prose(String markdown) {
    return paragraph(joined(markdown));
  }

  /// A paragraph behind a short label that stays on its first line: `interviewer Why …`.
  public Sheet said(String label, int labelColumns, String words) {
    String margin = " ".repeat(labelColumns);
    String first = Words.left(Words.fit(Words.clean(label), labelColumns - 1), labelColumns);
    List<String> lines = Words.wrap(Words.clean(joined(words)), COLUMNS - labelColumns);
    for (int index = 0; index < lines.size(); index++) {
      line(((index == 0 ? first : margin) + lines.get(index)).stripTrailing());
    }
    return this;
  }

  /// Points, each behind a dash.
  public Sheet points(List<String> points) {
    points.forEach(point -> said(INDENT + "-", INDENT.length() + 2, point));
    return this;
  }

  /// A table, indented by two columns.
  public Sheet grid(Grid grid) {
    grid.lines(COLUMNS - INDENT.length()).forEach(each -> line(INDENT + each));
    return this;
  }

  /// What to type next. Command lines are not wrapped: they must survive copying.
  public Sheet next(List<String> commands) {
    if (commands.isEmpty()) {
      return this;
    }
    title("next");
    commands.forEach(command -> line(INDENT + Words.clean(command)));
    return this;
  }

  /// A blank line, unless the page is empty or the last line is blank.
  public Sheet blank() {
    if (!text.isEmpty() && !text.toString().endsWith("\n\n")) {
      text.append('\n');
    }
    return this;
  }

  /// Everything written, ending with a line break.
  @Override
  public String toString() {
    return text.toString();
  }

  private static String joined(String markdown) {
    return markdown.strip().replaceAll("(?<!\\n)\\n(?![\\n\\s]|[-*#>|] ?|\\d+[.)] )", " ");
  }

  private Sheet line(String words) {
    text.append(words).append('\n');
    return this;
  }
}
