package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.ReviewPart;
import dev.hotseat.scoring.Report.ReviewLine;
import dev.hotseat.scoring.Report.ReviewLine.Words;
import java.util.List;

/// What the candidate wrote, under the headings of a review; parts that nobody wrote are left out.
final class Review {
  /// A shorter answer is a word to move on, not a part of a review.
  private static final int WORDS_MIN = 3;

  private Review() {}

  static List<ReviewLine> of(Scenario scenario, List<Entry> journal) {
    return scenario.review().stream()
        .map(each -> new ReviewLine(each.title(), words(each, journal)))
        .filter(each -> !each.words().isEmpty())
        .toList();
  }

  private static List<Words> words(ReviewPart part, List<Entry> journal) {
    return journal.stream()
        .filter(each -> each.event() instanceof Answered said && belongs(said, part))
        .map(each ->
            new Words(Credit.entry(each), each.elapsedSeconds(), ((Answered) each.event()).text()))
        .toList();
  }

  private static boolean belongs(Answered said, ReviewPart part) {
    return part.from().contains(said.questionId())
        && !said.question()
        && said.text().strip().split("\\s+", -1).length >= WORDS_MIN;
  }
}
