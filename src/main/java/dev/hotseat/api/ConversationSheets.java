package dev.hotseat.api;

import dev.hotseat.api.text.Figures;
import dev.hotseat.api.text.Sheet;
import dev.hotseat.event.Because;
import dev.hotseat.session.SessionView;
import dev.hotseat.session.SessionView.QuestionView;
import dev.hotseat.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The conversation on a terminal.
final class ConversationSheets {
  private static final int WHO = 19;
  private static final int MARGIN = 2;

  private ConversationSheets() {}

  static Sheet transcript(List<Turn> turns, List<String> next) {
    Sheet sheet = new Sheet().head("transcript", turns.size() + " turns");
    turns.forEach(turn -> turn(sheet, turn));
    return sheet.next(next);
  }

  static Sheet reply(List<Turn> turns, List<String> next) {
    Sheet sheet = new Sheet();
    turns.stream()
        .filter(turn -> turn.from().equals("interviewer"))
        .forEach(turn -> turn(sheet, turn));
    return sheet.next(next);
  }

  /// The open question with what caused it and how it may be answered.
  static void question(Sheet sheet, QuestionView question) {
    sheet.prose(question.text());
    because(sheet, MARGIN, question.because());
    if (!question.options().isEmpty()) {
      sheet.points(
          question.options().stream().map(each -> each.id() + ": " + each.text()).toList());
    }
    if (!question.assumptions().isEmpty()) {
      sheet.said(
          "  assuming",
          WHO - 5,
          question.assumptions().stream()
                  .map(each -> each.name() + " " + Figures.of(each.usual(), each.unit()))
                  .collect(Collectors.joining(", "))
              + " (state your own)");
    }
    if (question.hintsLeft() > 0) {
      sheet.paragraph("  hints left: " + question.hintsLeft());
    }
  }

  /// What to type after a turn of the conversation.
  static List<String> next(SessionView session, Commands commands) {
    List<String> lines = new ArrayList<>();
    if (session.state().equals("ended")) {
      lines.add(commands.get("report"));
      return lines;
    }
    QuestionView question = session.question();
    if (question != null) {
      lines.add(answerLine(question, !session.levers().isEmpty(), commands));
      if (question.hintsLeft() > 0) {
        lines.add(commands.with("POST", "hints", ""));
      }
    }
    lines.add(commands.get(""));
    return lines;
  }

  /// The line that answers a question of this kind; what is to be done is done with the levers, or
  /// with an action where the system has none.
  static String answerLine(QuestionView question, boolean levers, Commands commands) {
    return switch (question.kind()) {
      case "estimate" ->
          commands.send("answers", "{\"value\": …, \"unit\": \"" + question.unit() + "\"}");
      case "choice" ->
          commands.send(
              "answers",
              "{\"choice\": \""
                  + question.options().stream()
                      .map(SessionView.OptionView::id)
                      .collect(Collectors.joining("|"))
                  + "\"}");
      case "do" ->
          levers
              ? commands.with("PATCH", "levers", "lever=value because …")
              : commands.get("actions");
      default -> commands.send("answers", "your words");
    };
  }

  private static void turn(Sheet sheet, Turn turn) {
    String who = turn.from().equals("candidate") ? "you" : "interviewer";
    sheet.said(who + " " + Figures.clock(turn.elapsedSeconds()), WHO, turn.text());
    because(sheet, WHO, turn.because());
  }

  private static void because(Sheet sheet, int margin, @Nullable Because because) {
    if (because == null) {
      return;
    }
    String values =
        new TreeMap<>(because.values())
            .entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
    sheet.said(
        " ".repeat(margin) + "└ because",
        margin + 10,
        because.rule() + (values.isEmpty() ? "" : " (" + values + ")"));
  }
}
