package dev.hotseat.testing;

import static dev.hotseat.testing.Scripted.words;

import dev.hotseat.scenario.Condition;
import dev.hotseat.scenario.Expression;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenario.Clarification;
import dev.hotseat.scenario.Scenario.Concept;
import dev.hotseat.scenario.Scenario.Dimension;
import dev.hotseat.scenario.Scenario.FaultRules;
import dev.hotseat.scenario.Scenario.Fidelity;
import dev.hotseat.scenario.Scenario.Milestone;
import dev.hotseat.scenario.Scenario.Objective;
import dev.hotseat.scenario.Scenario.ReviewPart;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.Script;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Award;
import dev.hotseat.scenario.Script.Change;
import dev.hotseat.scenario.Script.Estimate;
import dev.hotseat.scenario.Script.FollowUp;
import dev.hotseat.scenario.Script.Inject;
import dev.hotseat.scenario.Script.Listen;
import dev.hotseat.scenario.Script.Option;
import dev.hotseat.scenario.Script.Phase;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.Script.StateSignal;
import dev.hotseat.scenario.Script.Strength;
import dev.hotseat.scenario.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A small scenario, written in code.
public final class Play {
  private int minutes = 45;
  private final List<Phase> phases = new ArrayList<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final List<FollowUp> followUps = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<StateSignal> signals = new ArrayList<>();
  private final List<Clarification> clarifications = new ArrayList<>();
  private final List<Concept> concepts = new ArrayList<>();
  private final List<Dimension> dimensions = new ArrayList<>();
  private final List<Objective> objectives = new ArrayList<>();
  private final List<Milestone> milestones = new ArrayList<>();
  private final List<ReviewPart> review = new ArrayList<>();
  private final Map<String, List<SeededFault>> seeded = new LinkedHashMap<>();
  private final Map<String, String> felt = new LinkedHashMap<>();
  private double changeAt = 0.4;

  /// A strong signal.
  public static Award strong(String dimension, double points) {
    return new Award(Strength.STRONG, dimension, points, "Showed " + dimension);
  }

  /// A weak signal.
  public static Award weak(String dimension, double points) {
    return new Award(Strength.WEAK, dimension, points, "Lacked " + dimension);
  }

  /// A concept to listen for.
  public static Listen listen(String concept, Award award) {
    return new Listen(concept, award, null);
  }

  public Play minutes(int length) {
    minutes = length;
    return this;
  }

  public Play phase(String id, double box, String... core) {
    return phase(id, box, List.of(), core);
  }

  public Play phase(String id, double box, List<Inject> injects, String... core) {
    phases.add(new Phase(id, "Phase " + id, box, words("Now " + id + "."), List.of(core), injects));
    return this;
  }

  /// An open question that listens for one strong concept of its own name.
  public Play open(String id) {
    return open(id, listen(id, strong("design", 2)));
  }

  public Play open(String id, Listen... listens) {
    return question(
        id,
        Question.Kind.OPEN,
        each -> each.listen(listens).probe("More on " + id + "?").hints("First", "Second"));
  }

  public Play estimate(String id, String unit, Expression expect, Assumption... assumptions) {
    Estimate estimate = new Estimate(unit, expect, 2, List.of(assumptions), strong("framing", 2));
    return question(id, Question.Kind.ESTIMATE, each -> each.estimate(estimate));
  }

  public Play choice(String id, Option... options) {
    return question(id, Question.Kind.CHOICE, each -> each.options(options));
  }

  public Play deed(String id, Condition done) {
    return question(
        id, Question.Kind.DO, each -> each.done(done, strong("verification", 2)).hints("Try it"));
  }

  public Play question(String id, Question.Kind kind, UnaryOperator<Asking> how) {
    questions.put(id, how.apply(new Asking()).question(id, kind));
    return this;
  }

  public Play followUp(String id, Condition when) {
    return followUp(id, when, 0);
  }

  public Play followUp(String id, Condition when, int priority) {
    open(id);
    followUps.add(
        new FollowUp(id, when, Duration.ofSeconds(2), List.of(), Duration.ofSeconds(20), priority));
    return this;
  }

  public Play change(String id, String... asked) {
    changes.add(new Change(id, words("Changed: " + id), List.of(asked)));
    return this;
  }

  public Play changeAt(double share) {
    changeAt = share;
    return this;
  }

  public Play signal(String id, Condition when, Award award) {
    signals.add(new StateSignal(id, when, Duration.ofSeconds(2), award));
    return this;
  }

  public Play fact(String id, String answer) {
    clarifications.add(new Clarification(id, List.of(id), words(answer), "framing", 1));
    return this;
  }

  public Play concept(String id, String title) {
    concepts.add(new Concept(id, title, List.of(id), List.of(), List.of()));
    return this;
  }

  public Play dimension(String name, int receipts, Double... points) {
    dimensions.add(
        new Dimension(
            name,
            "The " + name,
            Map.of(1, "poor " + name, 3, "fair " + name, 5, "fine " + name),
            List.of(points),
            receipts));
    return this;
  }

  public Play objective(String name, String key, double below) {
    objectives.add(
        new Objective(
            name,
            name + " below " + below,
            "ms",
            Scripted.reading(key),
            "< " + below,
            Scripted.when(name, facts -> facts.now(key).orElse(below) < below)));
    return this;
  }

  public Play oneOf(String group, String... faults) {
    seeded.put(group, List.of(faults).stream().map(each -> new SeededFault(each, 1)).toList());
    return this;
  }

  /// A group of faults, each named by the concept of its own name and shown by the traces.
  public Play toExplain(String group, String... faults) {
    seeded.put(
        group,
        List.of(faults).stream()
            .map(each -> new SeededFault(each, 1, each, List.of("traces"), "Look at " + each))
            .toList());
    return this;
  }

  public Play milestone(String name, Condition when) {
    milestones.add(new Milestone(name, "The " + name, when));
    return this;
  }

  /// On which reading the faults of a group are felt.
  public Play felt(String group, String reading) {
    felt.put(group, reading);
    return this;
  }

  public Play review(String title, String... from) {
    review.add(new ReviewPart(title, List.of(from)));
    return this;
  }

  public Scenario scenario() {
    return new Scenario(
        "play",
        "A play",
        "kiosk",
        minutes,
        List.of(),
        "Brief.",
        objectives,
        dimensions,
        new Fidelity(List.of(), List.of(), List.of()),
        List.of("Asks first."),
        "Often.",
        Map.of(),
        List.of(),
        null,
        new FaultRules(List.of(), seeded, Map.of(), felt, false),
        Map.of(),
        milestones,
        review,
        new Script(phases, questions, followUps, changes, changeAt, signals, 1.5),
        concepts,
        clarifications,
        List.of(),
        List.of(),
        "digest");
  }

  /// How a question is asked.
  public static final class Asking {
    private Duration box = Duration.ofMinutes(3);
    private List<Listen> listens = List.of();
    private List<Template> hints = List.of();
    private List<Option> options = List.of();
    private @Nullable Template probe;
    private @Nullable Condition done;
    private @Nullable Award doneSignal;
    private @Nullable Estimate estimate;
    private @Nullable Condition onlyIf;
    private String explains = "";

    public Asking explains(String group) {
      explains = group;
      return this;
    }

    public Asking box(Duration time) {
      box = time;
      return this;
    }

    public Asking listen(Listen... heard) {
      listens = List.of(heard);
      return this;
    }

    public Asking probe(String text) {
      probe = words(text);
      return this;
    }

    public Asking hints(String... ladder) {
      hints = List.of(ladder).stream().map(Scripted::words).toList();
      return this;
    }

    public Asking done(Condition condition, Award award) {
      done = condition;
      doneSignal = award;
      return this;
    }

    public Asking onlyIf(Condition condition) {
      onlyIf = condition;
      return this;
    }

    Asking estimate(Estimate asked) {
      estimate = asked;
      return this;
    }

    Asking options(Option... all) {
      options = List.of(all);
      return this;
    }

    Question question(String id, Question.Kind kind) {
      return new Question(
          id,
          kind,
          words("Ask " + id + "?"),
          box,
          listens,
          hints,
          probe,
          done,
          doneSignal,
          estimate,
          options,
          onlyIf,
          explains);
    }
  }
}
