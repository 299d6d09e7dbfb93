package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.SessionEvent.Ended;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scoring.Report.ChangeLine;
import dev.hotseat.scoring.Report.HintLine;
import dev.hotseat.scoring.Report.LeverLine;
import dev.hotseat.scoring.Report.NotAssessed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the report of one journal.
final class Reporting {
  private static final double SECONDS_PER_MINUTE = 60;
  private static final Opened UNOPENED = new Opened("", "", 0, "", 1, "");
  private final Scenario scenario;
  private final Map<String, String> startLevers;
  private final List<Entry> journal;
  private final Opened opened;
  private final List<Credit> credits;

  Reporting(Scenario scenario, Map<String, String> startLevers, List<Entry> journal) {
    this.scenario = scenario;
    this.startLevers = startLevers;
    this.journal = journal;
    this.opened = first(Opened.class).map(each -> (Opened) each.event()).orElse(UNOPENED);
    this.credits = Evidence.of(scenario, startLevers, journal);
  }

  Report report() {
    Scorecard card = Scorecard.of(scenario, credits);
    Objectives objectives = Objectives.over(scenario, startLevers, opened.seed(), journal);
    RunLines runs = RunLines.of(startLevers, journal);
    Inquiry inquiry = Inquiry.of(journal, credits);
    return new Report(
        Headline.of(card, objectives.lines(), runs.lines()),
        scenario.name(),
        scenario.title(),
        opened.scenarioDigest(),
        opened.seed(),
        opened.mode(),
        opened.candidate(),
        opened.timeMultiplier(),
        at(Opened.class),
        at(Ended.class),
        first(Ended.class).map(each -> ((Ended) each.event()).why()).orElse(""),
        first(Ended.class).or(this::last).map(Entry::elapsedSeconds).orElse(0.0),
        scenario.minutes() * SECONDS_PER_MINUTE * opened.timeMultiplier(),
        card.dimensions(),
        card.disqualifiers(),
        notAssessed(card),
        new NextStep(scenario, card, inquiry.lines(), credits).text(),
        objectives.lines(),
        runs.lines(),
        inquiry.lines(),
        levers(),
        change(),
        hints(),
        Timeline.of(journal),
        Milestones.over(scenario, startLevers, opened.seed(), journal),
        Troubles.over(scenario, startLevers, opened.seed(), journal),
        Review.of(scenario, journal),
        scenario.strong(),
        scenario.likelihood());
  }

  private static List<NotAssessed> notAssessed(Scorecard card) {
    return card.dimensions().stream()
        .filter(each -> each.level() == null)
        .map(each -> new NotAssessed(each.name(), each.title(), each.why()))
        .toList();
  }

  private List<LeverLine> levers() {
    List<LeverLine> lines = new ArrayList<>();
    for (Entry each : journal) {
      if (each.event() instanceof LeversChanged(var from, var to, var reason, var by)) {
        lines.add(
            new LeverLine(
                Credit.entry(each), each.at(), each.elapsedSeconds(), from, to, reason, by));
      }
    }
    return lines;
  }

  private List<HintLine> hints() {
    List<HintLine> lines = new ArrayList<>();
    for (int index = 0; index < journal.size(); index++) {
      Entry each = journal.get(index);
      if (each.event() instanceof HintGiven(String question, int number)) {
        lines.add(
            new HintLine(
                question,
                number,
                hintSaid(index),
                Credit.entry(each),
                each.at(),
                each.elapsedSeconds()));
      }
    }
    return lines;
  }

  private String hintSaid(int from) {
    return journal.subList(from, journal.size()).stream()
        .map(Entry::event)
        .filter(each -> each instanceof Spoke spoke && spoke.kind() == Spoke.Kind.HINT)
        .map(each -> ((Spoke) each).text())
        .findFirst()
        .orElse("");
  }

  private @Nullable ChangeLine change() {
    for (Entry each : journal) {
      if (each.event() instanceof Spoke spoke && spoke.kind() == Spoke.Kind.CHANGED_REQUIREMENT) {
        return new ChangeLine(spoke.text(), Credit.entry(each), each.at(), each.elapsedSeconds());
      }
    }
    return null;
  }

  private @Nullable Instant at(Class<?> event) {
    return first(event).map(Entry::at).orElse(null);
  }

  private Optional<Entry> first(Class<?> event) {
    return journal.stream().filter(each -> event.isInstance(each.event())).findFirst();
  }

  private Optional<Entry> last() {
    return journal.isEmpty() ? Optional.empty() : Optional.of(journal.getLast());
  }
}
