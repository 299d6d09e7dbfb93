package dev.hotseat.scenario;

import dev.hotseat.scenario.Rehearsal.Expectation;
import dev.hotseat.scenario.Rehearsal.Keep;
import dev.hotseat.scenario.Rehearsal.Step;
import dev.hotseat.scenario.Scenario.FaultRules;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.Script.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a file of `rehearsals/`.
final class RehearsalReader {
  private static final double RUN_SECONDS_USUAL = 3;

  /// Enough for a draw out of a dozen beside a draw out of four.
  private static final int SEEDS_MAX = 20_000;

  private final Fields file;
  private final Desk desk;
  private final Script script;
  private final FaultRules faults;

  RehearsalReader(Fields file, Desk desk, Script script, FaultRules faults) {
    this.file = file;
    this.desk = desk;
    this.script = script;
    this.faults = faults;
  }

  /// The rehearsals of the file: one, or one for each variant.
  List<Rehearsal> rehearsals(String fileName) {
    desk.named(file, fileName);
    List<Fields> variants = file.groups("variants", PlayShape.VARIANT);
    desk.unique(variants, "name", "variant");
    Draws draws = draws(file);
    return variants.isEmpty()
        ? List.of(rehearsal(file.text("name"), draws, Optional.empty()))
        : variants.stream().map(each -> variant(each, draws)).toList();
  }

  private Rehearsal variant(Fields variant, Draws common) {
    return rehearsal(
        file.text("name") + "-" + variant.text("name"),
        common.and(draws(variant)),
        Optional.of(variant));
  }

  private Rehearsal rehearsal(String name, Draws draws, Optional<Fields> variant) {
    return new Rehearsal(
        name,
        file.text("about"),
        seed((long) file.number("seed", 1), draws),
        file.number("clockSpeed", 1),
        file.number("extraTime", 1),
        steps(file.groups("opening", PlayShape.STEP), Optional.empty(), variant),
        answers(variant),
        file.text("otherwise"),
        expectations(),
        Stream.concat(Stream.of(file), variant.stream()).flatMap(this::completed).toList(),
        variant.filter(each -> each.has("disqualified")).orElse(file).flag("disqualified"));
  }

  private Stream<String> completed(Fields fields) {
    List<String> valid =
        script.questions().values().stream()
            .filter(each -> each.doneSignal() != null)
            .map(Question::id)
            .toList();
    for (Node.Scalar each : fields.scalars("completes")) {
      if (!valid.contains(each.text())) {
        desk.notes().unknown(each.place(), "question with an award for doing", each.text(), valid);
      }
    }
    return fields.texts("completes").stream().filter(valid::contains);
  }

  private Draws draws(Fields fields) {
    fields.scalar("change").ifPresent(each -> desk.check(each, Topic.CHANGE));
    return new Draws(faultDraws(fields), fields.text("change"));
  }

  private Map<String, String> faultDraws(Fields fields) {
    Map<String, String> draws = new LinkedHashMap<>();
    for (Node.Entry entry : fields.entries("draws")) {
      desk.check(entry.key(), Topic.GROUP);
      String group = entry.key().text();
      List<String> valid =
          faults.seeded().getOrDefault(group, List.of()).stream().map(SeededFault::fault).toList();
      if (entry.value() instanceof Node.Scalar wanted && !valid.isEmpty()) {
        if (valid.contains(wanted.text())) {
          draws.put(group, wanted.text());
        } else {
          desk.notes().unknown(wanted.place(), "fault of " + group, wanted.text(), valid);
        }
      }
    }
    return draws;
  }

  /// The first seed from `from` on that picks what is wanted.
  private long seed(long from, Draws draws) {
    for (long seed = from; seed < from + SEEDS_MAX; seed++) {
      if (picks(seed, draws)) {
        return seed;
      }
    }
    desk.notes()
        .error(
            file.place("seed"),
            "no seed near this one picks all that 'draws' and 'change' ask for",
            "fewer");
    return from;
  }

  private boolean picks(long seed, Draws draws) {
    return draws.faults().entrySet().stream()
            .allMatch(each ->
                faults
                    .picked(each.getKey(), seed)
                    .filter(picked -> picked.fault().equals(each.getValue()))
                    .isPresent())
        && (draws.change().isEmpty()
            || script.change(seed).filter(each -> each.id().equals(draws.change())).isPresent());
  }

  /// What a seed is to pick.
  ///
  /// @param change the changed requirement; empty for any
  private record Draws(Map<String, String> faults, String change) {
    /// These and, where both want something of the same group, those of `other`.
    Draws and(Draws other) {
      Map<String, String> both = new LinkedHashMap<>(faults);
      both.putAll(other.faults);
      return new Draws(both, other.change.isEmpty() ? change : other.change);
    }
  }

  private Map<String, List<Step>> answers(Optional<Fields> variant) {
    Map<String, List<Step>> answers = new LinkedHashMap<>();
    for (Node.Entry entry : file.entries("answers")) {
      desk.check(entry.key(), Topic.QUESTION);
      Optional<Question> question = Optional.ofNullable(script.questions().get(entry.key().text()));
      answers.put(entry.key().text(), steps(file.groups(entry, PlayShape.STEP), question, variant));
    }
    return answers;
  }

  private List<Step> steps(
      List<Fields> groups, Optional<Question> question, Optional<Fields> variant) {
    List<Step> steps = new ArrayList<>();
    for (Fields each : groups) {
      Optional<Node.Scalar> play = each.scalar("play");
      if (play.isPresent()) {
        steps.addAll(played(play.get(), question, variant));
      } else {
        step(each, question).ifPresent(steps::add);
      }
    }
    return steps;
  }

  /// The steps that the variant has, or uses, under a name. None of them plays another.
  private List<Step> played(
      Node.Scalar name, Optional<Question> question, Optional<Fields> variant) {
    Map<String, Node.Entry> plays = new LinkedHashMap<>();
    variant.ifPresent(each -> plays.putAll(plays(each)));
    Node.Entry found = plays.get(name.text());
    if (found == null) {
      desk.notes().unknown(name.place(), "play of the variant", name.text(), plays.keySet());
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    file.groups(found, PlayShape.STEP).forEach(each -> step(each, question).ifPresent(steps::add));
    return steps;
  }

  private Map<String, Node.Entry> plays(Fields variant) {
    Map<String, Node.Entry> shared = byName(file.entries("shared"));
    Map<String, Node.Entry> plays = byName(variant.entries("plays"));
    for (Node.Entry use : variant.entries("uses")) {
      if (use.value() instanceof Node.Scalar wanted) {
        Node.Entry found = shared.get(wanted.text());
        if (found == null) {
          desk.notes().unknown(wanted.place(), "shared play", wanted.text(), shared.keySet());
        } else {
          plays.put(use.key().text(), found);
        }
      }
    }
    return plays;
  }

  private static Map<String, Node.Entry> byName(List<Node.Entry> entries) {
    Map<String, Node.Entry> found = new LinkedHashMap<>();
    entries.forEach(each -> found.put(each.key().text(), each));
    return found;
  }

  private Optional<Step> step(Fields each, Optional<Question> question) {
    if (each.has("reason") && !each.has("levers")) {
      desk.notes().error(each.place("reason"), "'reason' stands beside levers only", "levers:");
    }
    List<Optional<? extends Step>> found =
        List.of(
            each.scalar("say").map(said -> new Step.Say(said.text())),
            each.group("estimate", PlayShape.SAID_ESTIMATE).map(said -> estimate(said, question)),
            each.scalar("choose").map(picked -> choose(picked, question)),
            levers(each),
            each.group("run", PlayShape.RUN).map(this::run),
            each.group("look", PlayShape.LOOK).map(this::look),
            each.group("act", PlayShape.ACT).map(this::act),
            each.scalar("await").map(this::await),
            each.scalar("calm").map(this::calm),
            each.scalar("hint").filter(_ -> each.flag("hint")).map(_ -> new Step.Hint()));
    return found.stream().flatMap(Optional::stream).map(Step.class::cast).findFirst();
  }

  private Optional<Step.Levers> levers(Fields each) {
    String reason = each.text("reason");
    return each.has("levers")
        ? Optional.of(new Step.Levers(desk.levers(each, "levers"), reason))
        : Optional.empty();
  }

  private Step estimate(Fields said, Optional<Question> question) {
    var wanted = question.map(Question::estimate);
    for (Node.Entry entry : said.entries("assumptions")) {
      wanted.ifPresent(estimate -> {
        List<String> valid = estimate.assumptions().stream().map(Script.Assumption::name).toList();
        if (!valid.contains(entry.key().text())) {
          desk.notes().unknown(entry.key().place(), "assumption", entry.key().text(), valid);
        }
      });
    }
    if (said.has("times")) {
      return new Step.Reckon(said.number("times", 1), said.numbers("assumptions"));
    }
    String unit = said.textOr("unit", wanted.map(Script.Estimate::unit).orElse(""));
    return new Step.Estimate(said.number("value", 0), unit, said.numbers("assumptions"));
  }

  private Step.Choose choose(Node.Scalar picked, Optional<Question> question) {
    question
        .filter(each -> each.kind() == Question.Kind.CHOICE)
        .map(each -> each.options().stream().map(Script.Option::id).toList())
        .filter(valid -> !valid.contains(picked.text()))
        .ifPresent(valid -> desk.notes().unknown(picked.place(), "option", picked.text(), valid));
    return new Step.Choose(picked.text());
  }

  private Step.Run run(Fields each) {
    for (Node.Entry entry : each.entries("predictions")) {
      ReadingWords.check(entry.key(), desk, true);
    }
    return new Step.Run(
        desk.known(each, "profile", Topic.PROFILE),
        each.number("seconds", RUN_SECONDS_USUAL),
        each.numbers("predictions"));
  }

  private Step.Look look(Fields each) {
    return new Step.Look(
        desk.known(each, "instrument", Topic.INSTRUMENT),
        each.text("what"),
        each.group("keep", PlayShape.KEEP).map(RehearsalReader::keep).orElse(null));
  }

  private static Keep keep(Fields each) {
    return new Keep(each.text("as"), each.text("column"), each.values("where"), each.text("most"));
  }

  private Step.Await await(Node.Scalar objective) {
    desk.check(objective, Topic.OBJECTIVE);
    return new Step.Await(objective.text());
  }

  private Step.Calm calm(Node.Scalar gauge) {
    desk.check(gauge, Topic.GAUGE);
    return new Step.Calm(gauge.text());
  }

  private Step.Act act(Fields each) {
    Step.Act act = new Step.Act(desk.known(each, "action", Topic.ACTION), each.values("with"));
    // What is kept while it plays is known when it plays.
    if (act.arguments().values().stream().noneMatch(value -> value.startsWith("$"))) {
      desk.arguments(each, "with", act.action(), act.arguments());
    }
    return act;
  }

  private List<Expectation> expectations() {
    List<Expectation> expectations = new ArrayList<>();
    for (Node.Entry entry : file.entries("expect")) {
      desk.check(entry.key(), Topic.DIMENSION);
      if (entry.value() instanceof Node.Scalar level) {
        expectations.add(expectation(entry.key().text(), level.text().replace(" ", "")));
      }
    }
    return expectations;
  }

  private static Expectation expectation(String dimension, String level) {
    if (!level.matches("(>=|<=)?[1-5]|[1-5]\\.\\.[1-5]")) {
      return new Expectation(dimension, true, 1, 5);
    }
    int first = Character.digit(level.charAt(0), 10);
    int last = Character.digit(level.charAt(level.length() - 1), 10);
    return switch (level.charAt(0)) {
      case '>' -> new Expectation(dimension, false, last, 5);
      case '<' -> new Expectation(dimension, false, 1, last);
      default -> new Expectation(dimension, false, first, last);
    };
  }
}
