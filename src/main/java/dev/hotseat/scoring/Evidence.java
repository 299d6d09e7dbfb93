package dev.hotseat.scoring;

import dev.hotseat.event.Entry;
import dev.hotseat.event.FinishedRun;
import dev.hotseat.event.SessionEvent.ActionBegun;
import dev.hotseat.event.SessionEvent.ActionTaken;
import dev.hotseat.event.SessionEvent.Answered;
import dev.hotseat.event.SessionEvent.HintGiven;
import dev.hotseat.event.SessionEvent.LeversChanged;
import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.SessionEvent.QuestionClosed;
import dev.hotseat.event.SessionEvent.RunFinished;
import dev.hotseat.event.SessionEvent.RunStarted;
import dev.hotseat.event.SessionEvent.SignalSeen;
import dev.hotseat.event.SessionEvent.Spoke;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.Clarification;
import dev.hotseat.scenario.Scenario.Dimension;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.Listen;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.StateSignal;
import dev.hotseat.scenario.Script.Strength;
import dev.hotseat.scenario.SessionFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gathers the evidence of a journal. Used once, from the first entry to the last.
final class Evidence {
  private final Scenario scenario;
  private final Map<String, Heard> heard = new LinkedHashMap<>();
  private final Map<String, Credit> others = new LinkedHashMap<>();
  private final Map<String, Integer> hints = new HashMap<>();
  private final Map<String, Double> askedPoints = new HashMap<>();
  private Situation situation;
  private long seed;
  private String lastQuestion = "";
  private int truePredictions;
  private boolean touched;

  private Evidence(Scenario scenario, Map<String, String> startLevers) {
    this.scenario = scenario;
    this.situation = Situation.before(startLevers);
  }

  /// Everything that counts for or against, in the order of the journal.
  static List<Credit> of(Scenario scenario, Map<String, String> startLevers, List<Entry> journal) {
    Evidence evidence = new Evidence(scenario, startLevers);
    journal.forEach(evidence::take);
    return evidence.credits();
  }

  private void take(Entry entry) {
    situation = situation.after(entry);
    switch (entry.event()) {
      case Opened opened -> seed = opened.seed();
      case Spoke spoke -> spoke(spoke);
      case HintGiven(String question, _) -> hints.merge(question, 1, Integer::sum);
      case Answered said -> answered(entry, said);
      case QuestionClosed(String question, String how) when how.equals("done") ->
          done(entry, question);
      case SignalSeen seen -> signal(entry, seen);
      case RunFinished _ -> predicted(entry);
      case RunStarted run -> touches(run.by());
      case LeversChanged change -> touches(change.by());
      case ActionTaken action -> touches(action.by());
      case ActionBegun action -> touches(action.by());
      default -> {
        // The rest shows how the session went, not what the candidate can do.
      }
    }
  }

  private void spoke(Spoke spoke) {
    if (spoke.kind() == Spoke.Kind.QUESTION || spoke.kind() == Spoke.Kind.FOLLOW_UP) {
      lastQuestion = spoke.questionId();
    }
  }

  private void answered(Entry entry, Answered said) {
    scenario.clarifications().stream()
        .filter(each -> said.clarifications().contains(each.id()))
        .forEach(each -> clarified(entry, said, each));
    // What is said between two questions belongs to the last one asked.
    String id = said.questionId().isEmpty() ? lastQuestion : said.questionId();
    Question question = scenario.script().questions().get(id);
    if (question != null) {
      estimated(entry, said, question);
      chosen(entry, said, question);
      if (!said.onlyEchoes()) {
        listened(entry, said, question);
      }
    }
  }

  private void listened(Entry entry, Answered said, Question question) {
    for (int index = 0; index < question.listen().size(); index++) {
      Listen listen = question.listen().get(index);
      Heard.in(question.id(), listen, entry, said, hintsOn(question.id()))
          .ifPresent(each -> heard.merge(key(question, each.listen()), each, Heard::better));
    }
  }

  private static String key(Question question, Listen listen) {
    return question.id() + " " + listen.concept() + " " + listen.award().dimension();
  }

  /*
   * A candidate who only asks shows interest, not judgement: questions alone carry a dimension to its
   * middle level and no further.
   */
  private void clarified(Entry entry, Answered said, Clarification clarification) {
    String key = "clarification " + clarification.id();
    if (others.containsKey(key)) {
      return;
    }
    String dimension = clarification.dimension();
    double before = askedPoints.getOrDefault(dimension, 0.0);
    double points = Math.clamp(askedMax(dimension) - before, 0, clarification.points());
    askedPoints.put(dimension, before + points);
    Worth worth = Worth.full(clarification.points());
    Award award =
        new Award(Strength.STRONG, dimension, clarification.points(), "Asked before assuming");
    others.put(
        key,
        Credit.of(
            "clarification",
            Credit.entry(entry),
            entry,
            said.questionId(),
            award,
            points < clarification.points()
                ? new Worth(points, worth.told() + ", no more than asking alone can carry")
                : worth,
            Quote.of(said.text())));
  }

  private double askedMax(String dimension) {
    return scenario.dimensions().stream()
        .filter(each -> each.name().equals(dimension))
        .map(Dimension::points)
        .filter(each -> each.size() > 1)
        .map(each -> each.get(1))
        .findFirst()
        .orElse(0.0);
  }

  private void estimated(Entry entry, Answered said, Question question) {
    Estimate estimate = question.estimate();
    Double value = said.value();
    if (estimate != null && value != null) {
      Sizing sizing =
          new Sizing(estimate, value, said.unit(), new SessionFacts(scenario, seed, situation));
      others.put(
          "estimate " + question.id(), sizing.credit(entry, question.id(), hintsOn(question.id())));
    }
  }

  private void chosen(Entry entry, Answered said, Question question) {
    Optional<Option> picked =
        question.options().stream().filter(each -> each.id().equals(said.choice())).findFirst();
    Award award = picked.map(Option::award).orElse(null);
    if (award != null) {
      others.putIfAbsent(
          "choice " + question.id(),
          Credit.of(
              "choice",
              Credit.entry(entry),
              entry,
              question.id(),
              award,
              hinted(award, question.id()),
              "chose “" + picked.map(Option::text).orElse("") + "”"));
    }
  }

  private void touches(String by) {
    touched = touched || by.equals("candidate");
  }

  /*
   * A condition may hold although nobody did anything: a fault may be mild, a system patient. What
   * came about by itself says nothing about a candidate who never touched the system.
   */
  private void done(Entry entry, String id) {
    Question question = scenario.script().questions().get(id);
    if (question == null || !touched) {
      return;
    }
    Award award = question.doneSignal();
    if (award != null) {
      others.putIfAbsent(
          "deed " + id,
          Credit.of(
              "deed",
              Credit.entry(entry),
              entry,
              id,
              award,
              hinted(award, id),
              "the system showed " + source(question)));
    }
  }

  private static String source(Question question) {
    return question.done() == null ? "it" : question.done().source();
  }

  private void signal(Entry entry, SignalSeen seen) {
    scenario.script().signals().stream()
        .filter(each -> each.id().equals(seen.signal()))
        .map(StateSignal::award)
        .findFirst()
        .ifPresent(award ->
            others.putIfAbsent(
                "signal " + seen.signal(),
                Credit.of(
                    "signal",
                    Credit.entry(entry),
                    entry,
                    "",
                    award,
                    Worth.of(award),
                    values(seen.because().values(), seen.because().rule()))));
  }

  private static String values(Map<String, String> read, String rule) {
    String told =
        read.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + " = " + each.getValue())
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? rule : told;
  }

  private void predicted(Entry entry) {
    FinishedRun run =
        situation.finishedRuns().isEmpty() ? null : situation.finishedRuns().getLast();
    if (run == null || run.seq() != entry.seq() || run.judged().isEmpty()) {
      return;
    }
    Foresight foresight = new Foresight(run, scenario.script().predictionPoints());
    others.put("prediction " + run.run(), foresight.credit(entry, truePredictions));
    truePredictions += foresight.held() > 0 ? 1 : 0;
  }

  private Worth hinted(Award award, String question) {
    Worth full = Worth.of(award);
    return Worth.adds(award) ? full.afterHints(hintsOn(question)) : full;
  }

  private int hintsOn(String question) {
    return hints.getOrDefault(question, 0);
  }

  private List<Credit> credits() {
    List<Credit> all = new ArrayList<>(others.values());
    Map<String, Integer> earlier = new HashMap<>();
    heard.values().stream()
        .sorted(Comparator.comparingLong(each -> each.entry().seq()))
        .forEach(each -> all.add(repeated(each, earlier)));
    all.sort(Comparator.comparingLong(Credit::seq));
    return all;
  }

  private static Credit repeated(Heard heard, Map<String, Integer> earlier) {
    String key = heard.listen().concept() + " " + heard.listen().award().dimension();
    Credit credit = heard.credit(earlier.getOrDefault(key, 0));
    if (credit.earns()) {
      earlier.merge(key, 1, Integer::sum);
    }
    return credit;
  }
}
