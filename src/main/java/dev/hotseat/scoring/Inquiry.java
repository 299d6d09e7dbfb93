package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.PhaseEntered;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.scoring.Report.QuestionLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The questions of a journal and what became of them.
record Inquiry(List<QuestionLine> lines) {
  static Inquiry of(List<Entry> journal, List<Credit> credits) {
    Map<String, QuestionLine> lines = new LinkedHashMap<>();
    String phase = "";
    for (Entry entry : journal) {
      switch (entry.event()) {
        case PhaseEntered(String entered) -> phase = entered;
        case Spoke spoke when asks(spoke) ->
            lines.putIfAbsent(spoke.questionId(), asked(entry, spoke, phase, credits));
        case HintGiven(String id, int number) ->
            lines.computeIfPresent(id, (_, line) -> with(line, line.closed(), number));
        case QuestionClosed(String id, String how) ->
            lines.computeIfPresent(id, (_, line) -> with(line, how, line.hints()));
        default -> {
          // Only what is asked matters here.
        }
      }
    }
    return new Inquiry(List.copyOf(lines.values()));
  }

  private static boolean asks(Spoke spoke) {
    return spoke.kind() == Spoke.Kind.QUESTION || spoke.kind() == Spoke.Kind.FOLLOW_UP;
  }

  private static QuestionLine asked(Entry entry, Spoke spoke, String phase, List<Credit> credits) {
    double points =
        credits.stream()
            .filter(each -> each.receipt().question().equals(spoke.questionId()))
            .mapToDouble(each -> each.receipt().points())
            .sum();
    return new QuestionLine(
        spoke.questionId(),
        spoke.text(),
        phase,
        spoke.because(),
        entry.elapsedSeconds(),
        "",
        0,
        Math.round(points * 100) / 100.0);
  }

  private static QuestionLine with(QuestionLine line, String closed, int hints) {
    return new QuestionLine(
        line.id(),
        line.text(),
        line.phase(),
        line.because(),
        line.elapsedSeconds(),
        closed,
        hints,
        line.points());
  }
}
