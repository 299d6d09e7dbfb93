package dev.hotseat.scenario;

import dev.hotseat.scenario.FactFunction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Everything an expression can ask. `docs/FACTS.md` is written from this list.
final class FactFunctions {
  /// The one function with a number behind its word: what counts when nothing was stated.
  static final String ASSUMED = "assumed";

  /// The one function that is told two actions.
  static final String ACTED_FIRST = "actedFirst";

  private static final Map<String, FactFunction> ALL = byName(list());

  private static final Map<String, Variable> VARIABLES = variables();

  private FactFunctions() {}

  /// A name that stands for a value by itself.
  ///
  /// @param meaning one sentence for the reference
  record Variable(String name, Kind kind, String meaning, Function<Facts, Object> answer) {}

  static Map<String, FactFunction> all() {
    return ALL;
  }

  static Map<String, Variable> allVariables() {
    return VARIABLES;
  }

  private static List<FactFunction> list() {
    List<FactFunction> all = new ArrayList<>();
    subject(all, "rate", "completed calls per second");
    subject(all, "errors", "failed calls per second");
    subject(all, "errorShare", "share of calls that failed, 0..1");
    subject(all, "goodput", "calls per second answered well within the client's patience");
    subject(all, "p50", "median, in milliseconds");
    subject(all, "p99", "99th percentile, in milliseconds");
    subject(all, "p999", "99.9th percentile, in milliseconds");
    reading(all, "inUse", Topic.PART, "inUse", "slots of a part in use");
    reading(all, "waiting", Topic.PART, "waiting", "calls that wait for a slot of a part");
    reading(all, "slots", Topic.PART, "size", "slots a part has");
    reading(all, "why", Topic.REASON, "why", "calls per second refused or failed for a reason");
    reading(all, "gauge", Topic.GAUGE, "gauge", "a gauge of the system, in its own unit");
    reading(all, "oracle", Topic.ORACLE, "oracle", "a truth about past calls; 0 is well");
    total(all, "offered", "calls that were due in a run");
    total(all, "served", "calls of a run that were answered well");
    total(all, "failed", "calls of a run that failed, for any reason");
    plain(all, "lever", Topic.LEVER, Kind.TEXT, "value of a lever as text", Facts::lever);
    plain(
        all,
        "leverNumber",
        Topic.NUMBER_LEVER,
        Kind.NUMBER,
        "value of a number lever",
        FactFunctions::leverNumber);
    plain(
        all,
        "leverChanged",
        Topic.LEVER,
        Kind.FLAG,
        "whether it was changed since the start",
        Facts::leverChanged);
    bare(
        all,
        "leversChanged",
        Kind.NUMBER,
        "how many different levers were changed",
        facts -> (double) facts.leversChanged());
    plain(
        all,
        "faultActive",
        Topic.FAULT,
        Kind.FLAG,
        "whether a fault is in force now",
        Facts::faultActive);
    any(
        all,
        "faultSeen",
        Topic.FAULT,
        Kind.FLAG,
        "whether a fault (any, without a name) was ever in force",
        Facts::faultSeen);
    plain(
        all,
        "answered",
        Topic.QUESTION,
        Kind.FLAG,
        "whether a question was answered or done",
        Facts::answered);
    plain(
        all,
        "heard",
        Topic.CONCEPT,
        Kind.FLAG,
        "whether a concept was heard affirmed in any answer",
        Facts::heard);
    plain(
        all,
        "drawn",
        Topic.GROUP,
        Kind.TEXT,
        "the fault that the seed picks of a group, begun or not",
        Facts::drawn);
    plain(
        all,
        "explained",
        Topic.GROUP,
        Kind.FLAG,
        "whether the picked fault of a group was named in an answer to a question with `explains`,"
            + " beside at most one other, after an instrument that shows it was read",
        Facts::explained);
    plain(
        all,
        "misnamed",
        Topic.GROUP,
        Kind.NUMBER,
        "how many other faults of a group were named in such answers",
        (facts, name) -> (double) facts.misnamed(name));
    plain(
        all,
        "changed",
        Topic.CHANGE,
        Kind.FLAG,
        "whether this changed requirement was announced",
        Facts::changed);
    any(
        all,
        "runs",
        Topic.PROFILE,
        Kind.NUMBER,
        "finished runs of a profile, or of all",
        (facts, name) -> (double) facts.runs(name));
    bare(all, "running", Kind.FLAG, "whether a load run is going on", Facts::running);
    any(
        all,
        "looked",
        Topic.INSTRUMENT,
        Kind.NUMBER,
        "times an instrument, or any, was read; `sheet` for all of the system's own, `sheet locks` for one",
        (facts, name) -> (double) facts.looked(name));
    bare(
        all,
        "instrumentsRead",
        Kind.NUMBER,
        "different instruments read since the first fault began",
        facts -> (double) facts.instrumentsRead());
    bare(
        all,
        "secondsSinceActing",
        Kind.NUMBER,
        "seconds on the session's clock since an action that takes time was last begun",
        facts -> facts.elapsedSeconds() - (double) measured(facts.actingSince()));
    bare(
        all,
        "lookedSinceActing",
        Kind.NUMBER,
        "times an instrument was read since then",
        facts -> measured(facts.lookedSinceActing()));
    plain(
        all,
        "acted",
        Topic.ACTION,
        Kind.NUMBER,
        "times an action was taken",
        (facts, name) -> (double) facts.acted(name));
    plain(
        all,
        "actedAt",
        Topic.ACTION,
        Kind.NUMBER,
        "seconds on the session's clock when an action was first decided upon; one that takes time counts from its beginning",
        (facts, name) -> measured(facts.actedAt(name)));
    plain(
        all,
        "secondsSince",
        Topic.ACTION,
        Kind.NUMBER,
        "seconds on the session's clock since an action was last decided upon",
        (facts, name) -> measured(since(facts, name)));
    plain(
        all,
        ACTED_FIRST,
        Topic.ACTION,
        Kind.FLAG,
        "whether an action was decided upon before another one, or without it",
        (_, name) -> {
          throw new IllegalStateException(name + " before which?");
        });
    bare(
        all,
        "injectedAt",
        Kind.NUMBER,
        "seconds on the session's clock when the script first broke something",
        facts -> measured(facts.injectedAt()));
    any(
        all,
        "clarified",
        Topic.CLARIFICATION,
        Kind.NUMBER,
        "times an entry of the fact sheet, or any, was asked for",
        (facts, name) -> (double) facts.clarified(name));
    bare(
        all,
        "predictionAccuracy",
        Kind.NUMBER,
        "share of predictions within tolerance, 0..1",
        facts -> measured(facts.predictionAccuracy()));
    plain(
        all,
        "fact",
        Topic.FACT,
        Kind.NUMBER,
        "a number of the fact sheet as the seed picked it",
        (facts, name) -> measured(facts.fact(name)));
    plain(
        all,
        ASSUMED,
        Topic.ASSUMPTION,
        Kind.NUMBER,
        "what the candidate assumed, or the second argument when nothing was stated",
        (facts, name) -> measured(facts.assumed(name)));
    return all;
  }

  private static Map<String, Variable> variables() {
    Map<String, Variable> all = new LinkedHashMap<>();
    variable(all, "elapsed", Kind.NUMBER, "seconds on the session's clock", Facts::elapsedSeconds);
    variable(
        all, "phaseElapsed", Kind.NUMBER, "seconds since the phase began", Facts::phaseSeconds);
    variable(all, "phase", Kind.TEXT, "id of the phase", Facts::phase);
    return all;
  }

  private static void variable(
      Map<String, Variable> all,
      String name,
      Kind kind,
      String meaning,
      Function<Facts, Object> answer) {
    all.put(name, new Variable(name, kind, meaning, answer));
  }

  private static void subject(List<FactFunction> all, String name, String meaning) {
    reading(all, name, Topic.SUBJECT, name, meaning);
  }

  private static void reading(
      List<FactFunction> all, String name, Topic topic, String prefix, String meaning) {
    all.add(
        new FactFunction(
            name,
            Optional.of(topic),
            false,
            Kind.NUMBER,
            Optional.of(prefix),
            meaning,
            (facts, subject) -> measured(facts.now(prefix + "/" + subject))));
  }

  private static void total(List<FactFunction> all, String name, String meaning) {
    all.add(
        new FactFunction(
            name,
            Optional.empty(),
            false,
            Kind.NUMBER,
            Optional.of(name),
            meaning,
            (facts, _) -> measured(facts.now(name))));
  }

  private static void plain(
      List<FactFunction> all,
      String name,
      Topic topic,
      Kind kind,
      String meaning,
      BiFunction<Facts, String, Object> answer) {
    all.add(
        new FactFunction(name, Optional.of(topic), false, kind, Optional.empty(), meaning, answer));
  }

  private static void any(
      List<FactFunction> all,
      String name,
      Topic topic,
      Kind kind,
      String meaning,
      BiFunction<Facts, String, Object> answer) {
    all.add(
        new FactFunction(name, Optional.of(topic), true, kind, Optional.empty(), meaning, answer));
  }

  private static void bare(
      List<FactFunction> all,
      String name,
      Kind kind,
      String meaning,
      Function<Facts, Object> answer) {
    all.add(
        new FactFunction(
            name,
            Optional.empty(),
            false,
            kind,
            Optional.empty(),
            meaning,
            (facts, _) -> answer.apply(facts)));
  }

  private static OptionalDouble since(Facts facts, String action) {
    OptionalDouble last = facts.actedLast(action);
    return last.isEmpty()
        ? last
        : OptionalDouble.of(Math.max(0, facts.elapsedSeconds() - last.getAsDouble()));
  }

  /// Whether `first` was decided upon before `then`, or without it.
  static boolean actedFirst(Facts facts, String first, String then) {
    OptionalDouble one = facts.actedAt(first);
    OptionalDouble other = facts.actedAt(then);
    return one.isPresent() && (other.isEmpty() || one.getAsDouble() < other.getAsDouble());
  }

  private static Object leverNumber(Facts facts, String name) {
    try {
      return Double.valueOf(facts.lever(name));
    } catch (NumberFormatException notThere) {
      throw new NotMeasured();
    }
  }

  /// The number, or what stops the evaluation where nothing was measured.
  static Object measured(OptionalDouble number) {
    if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
      throw new NotMeasured();
    }
    return number.getAsDouble();
  }

  private static Map<String, FactFunction> byName(List<FactFunction> list) {
    Map<String, FactFunction> all = new LinkedHashMap<>();
    list.forEach(each -> all.put(each.name(), each));
    return all;
  }

  /*
   * An answer that is not there travels as an exception because that is what the expression language
   * calls an error value: `false && error` is false, `true || error` is true, anything else that
   * needs it is an error, and an error is "does not hold". Negating it does not make it true.
   */
  static final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotMeasured() {
      super("not measured", null, false, false);
    }
  }
}
