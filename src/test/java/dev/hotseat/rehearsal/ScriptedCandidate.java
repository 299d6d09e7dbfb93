package dev.hotseat.rehearsal;

import dev.hotseat.event.Situation;
import dev.hotseat.rehearsal.CandidateHttp.Refused;
import dev.hotseat.scenario.Rehearsal;
import dev.hotseat.scenario.Rehearsal.Keep;
import dev.hotseat.scenario.Rehearsal.Step;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Script;
import dev.hotseat.scenario.SessionFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Plays one rehearsal: whenever a question is open, says and does what the file says for it, once.
///
/// It knows the questions' ids and nothing of the engine. A question that stays open after all that
/// is passed over with "next", as a person would. Who is interrupted by another question before all
/// is said says the rest when the first one comes back.
final class ScriptedCandidate {
  /*
   * A poll is far shorter than any time box at the fastest clock a rehearsal uses, and patience is longer
   * than the five seconds of readings that a "do" question's condition looks at. What takes seconds is
   * looked at less often: several rehearsals play at a time, and looking was a third of all their work.
   */
  private static final long POLL_MILLIS = 40;
  private static final long SLOW_POLL_MILLIS = 200;
  private static final long DO_PATIENCE_MILLIS = 6_000;
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final int QUIET_LOOKS = 4;
  private static final String LEVEL_ZERO = "hotseat_level{measure=\"%s\",subject=\"%s\"} 0.0";
  private static final String SHEET = "sheet ";
  private static final String NOT_NOW = "/problems#not-now";

  private final CandidateHttp http;
  private final String session;
  private final Scenario scenario;
  private final Rehearsal rehearsal;
  private final Set<String> interruptions;
  private final Map<String, Deque<Step>> left = new HashMap<>();
  private final List<String> refusals = new ArrayList<>();
  private final Kept kept = new Kept();

  ScriptedCandidate(CandidateHttp http, String session, Scenario scenario, Rehearsal rehearsal) {
    this.http = http;
    this.scenario = scenario;
    this.session = session;
    this.rehearsal = rehearsal;
    this.interruptions =
        scenario.script().followUps().stream()
            .map(Script.FollowUp::question)
            .collect(Collectors.toSet());
  }

  /// Plays until the session has ended.
  ///
  /// @return what the API refused on the way
  List<String> play() throws InterruptedException {
    perform(new ArrayDeque<>(rehearsal.opening()), "");
    while (true) {
      JsonNode now = http.get("/api/sessions/" + session);
      if (now.path("state").asString("").equals("ended")) {
        return refusals;
      }
      String question = now.path("question").path("id").asString("");
      boolean asked = !question.isEmpty() && !isSilent();
      if (asked) {
        face(question, now.path("question").path("kind").asString(""));
      }
      Thread.sleep(asked ? POLL_MILLIS : SLOW_POLL_MILLIS);
    }
  }

  private boolean isSilent() {
    return rehearsal.answers().isEmpty() && rehearsal.otherwise().isEmpty();
  }

  private void face(String question, String kind) throws InterruptedException {
    Deque<Step> steps = left.computeIfAbsent(question, this::stepsFor);
    if (!steps.isEmpty()) {
      perform(steps, question);
      return;
    }
    boolean waits = kind.equals("do") && didSomethingFor(question);
    if (waits ? isOpenFor(question, DO_PATIENCE_MILLIS) : stillOpen(question)) {
      say("next");
    }
  }

  private Deque<Step> stepsFor(String question) {
    List<Step> steps = rehearsal.answers().get(question);
    return new ArrayDeque<>(steps == null ? List.of(new Step.Say(rehearsal.otherwise())) : steps);
  }

  /// Who only talked has nothing to wait for.
  private boolean didSomethingFor(String question) {
    return rehearsal.answers().getOrDefault(question, List.of()).stream()
        .anyMatch(step ->
            switch (step) {
              case Step.Levers _, Step.Run _, Step.Look _, Step.Act _ -> true;
              case Step.Await _, Step.Calm _ -> true;
              case Step.Say _, Step.Estimate _, Step.Reckon _, Step.Choose _, Step.Hint _ -> false;
            });
  }

  private boolean isOpenFor(String question, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < deadline) {
      if (!stillOpen(question)) {
        return false;
      }
      Thread.sleep(SLOW_POLL_MILLIS);
    }
    return true;
  }

  private boolean stillOpen(String question) {
    return openQuestion().equals(question);
  }

  private String openQuestion() {
    return http.get("/api/sessions/" + session).path("question").path("id").asString("");
  }

  /// Does what is left to do for a question, until another one comes between.
  private void perform(Deque<Step> steps, String question) throws InterruptedException {
    while (!steps.isEmpty()) {
      Step step = steps.getFirst();
      if (isSpoken(step) && isInterrupted(question)) {
        return;
      }
      steps.removeFirst();
      try {
        perform(step, question);
      } catch (Refused refused) {
        if (isSpoken(step) && refused.type().equals(NOT_NOW) && isInterrupted(question)) {
          steps.addFirst(step);
          return;
        }
        refusals.add(step + ": " + refused.getMessage());
      }
    }
  }

  private static boolean isSpoken(Step step) {
    return switch (step) {
      case Step.Say _, Step.Estimate _, Step.Reckon _, Step.Choose _ -> true;
      case Step.Levers _, Step.Run _, Step.Look _, Step.Act _ -> false;
      case Step.Await _, Step.Calm _, Step.Hint _ -> false;
    };
  }

  /// What is open then is another question, after which the first one comes back.
  private boolean isInterrupted(String question) {
    if (question.isEmpty()) {
      return false;
    }
    String open = openQuestion();
    return !open.equals(question) && interruptions.contains(open);
  }

  private void perform(Step step, String question) throws InterruptedException {
    switch (step) {
      case Step.Say(String text) -> say(kept.in(text));
      case Step.Estimate estimate -> http.post(path("/answers"), answer(estimate));
      case Step.Reckon(double times, Map<String, Double> assumptions) ->
          http.post(path("/answers"), reckoned(question, times, assumptions));
      case Step.Choose(String option) -> http.post(path("/answers"), Map.of("choice", option));
      case Step.Levers(Map<String, String> values, String reason) ->
          http.patch(path("/levers"), Map.of("values", values, "reason", reason));
      case Step.Run run -> runToTheEnd(run);
      case Step.Look(String instrument, String what, Keep keep) -> look(instrument, what, keep);
      case Step.Act(String action, Map<String, String> arguments) ->
          actToTheEnd(action, kept.in(arguments));
      case Step.Await(String objective) -> await(objective);
      case Step.Calm(String gauge) -> calm(gauge);
      case Step.Hint() -> http.post(path("/hints"), Map.of());
    }
  }

  private void say(String text) {
    if (!text.isBlank()) {
      http.post(path("/answers"), Map.of("text", text));
    }
  }

  /// What a person would get out who reckons with the numbers of the question.
  private Map<String, Object> reckoned(String id, double times, Map<String, Double> assumptions) {
    Script.Estimate estimate =
        Objects.requireNonNull(
            Objects.requireNonNull(scenario.script().questions().get(id), id).estimate(), id);
    SessionFacts facts =
        new SessionFacts(scenario, rehearsal.seed(), Situation.before(scenario.startLevers()));
    double expected = estimate.expect().over(facts).orElseThrow();
    return Map.of("value", expected * times, "unit", estimate.unit(), "assumptions", assumptions);
  }

  private static Map<String, Object> answer(Step.Estimate estimate) {
    return Map.of(
        "value", estimate.value(), "unit", estimate.unit(), "assumptions", estimate.assumptions());
  }

  private void runToTheEnd(Step.Run run) throws InterruptedException {
    List<Map<String, Object>> predictions = new ArrayList<>();
    run.predictions()
        .forEach((metric, value) -> predictions.add(Map.of("metric", metric, "value", value)));
    JsonNode started =
        http.post(
            path("/load"),
            Map.of(
                "profile", run.profile(),
                "durationSeconds", run.seconds(),
                "predictions", predictions));
    String ran = path("/runs/" + started.path("run").asInt());
    while (http.get(ran).path("state").asString("").equals("running")) {
      Thread.sleep(SLOW_POLL_MILLIS);
    }
  }

  /// What takes time is waited for, as long as it is under way.
  private void actToTheEnd(String action, Map<String, String> arguments)
      throws InterruptedException {
    JsonNode taken = http.post(path("/actions"), Map.of("action", action, "arguments", arguments));
    boolean underWay = taken.path("state").asString("").equals("under-way");
    while (underWay) {
      Thread.sleep(SLOW_POLL_MILLIS);
      underWay =
          http.get(path("/jobs"))
              .path("jobs")
              .valueStream()
              .anyMatch(job -> isUnderWay(job, action));
    }
  }

  private static boolean isUnderWay(JsonNode job, String action) {
    return job.path("name").asString("").equals(action)
        && job.path("unit").asString("").equals("s")
        && job.path("state").asString("").equals("running");
  }

  private void look(String instrument, String what, @Nullable Keep keep)
      throws InterruptedException {
    JsonNode read = look(instrument, kept.in(what));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (keep != null && !kept.keep(keep, read)) {
      if (System.nanoTime() > deadline) {
        refusals.add("nothing to keep as " + keep.as() + " in " + instrument + ": " + read);
        return;
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
      read = look(instrument, kept.in(what));
    }
  }

  private void await(String objective) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      for (JsonNode each : http.get("/api/sessions/" + session).path("objectives")) {
        if (each.path("name").asString("").equals(objective) && each.path("measured").isNumber()) {
          return;
        }
      }
      Thread.sleep(SLOW_POLL_MILLIS);
    }
    refusals.add("objective " + objective + " was not measured");
  }

  /// Reads what a scraper reads, which is no look of the candidate's.
  private void calm(String gauge) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int quiet = 0;
    while (quiet < QUIET_LOOKS) {
      if (System.nanoTime() > deadline) {
        refusals.add("it did not calm down");
        return;
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
      String levels = http.text(path("/prometheus"));
      boolean still =
          levels.contains(LEVEL_ZERO.formatted("inFlight", "calls"))
              && levels.contains(LEVEL_ZERO.formatted("gauge", gauge));
      quiet = still ? quiet + 1 : 0;
    }
  }

  private JsonNode look(String instrument, String what) {
    return switch (instrument) {
      case "metrics" -> http.get(path("/metrics"));
      case "traces" -> http.get(path("/traces?order=slowest"));
      case "logs" -> http.get(path("/logs?text=" + CandidateHttp.encoded(what)));
      case "sql" -> sql(what);
      case "runs" -> http.get(path("/runs"));
      case "compare" -> compare(what);
      default -> sheet(instrument, what);
    };
  }

  /// A statement has a second to be parsed in; on a crowded machine the first one may need longer.
  private JsonNode sql(String statement) {
    try {
      return http.post(path("/sql"), Map.of("sql", statement));
    } catch (Refused _) {
      return http.post(path("/sql"), Map.of("sql", statement));
    }
  }

  private JsonNode sheet(String instrument, String parameters) {
    if (!instrument.startsWith(SHEET)) {
      throw new IllegalArgumentException("no instrument " + instrument);
    }
    String query = parameters.isEmpty() ? "" : "?" + parameters;
    return http.get(path("/sheets/" + instrument.substring(SHEET.length()) + query));
  }

  private JsonNode compare(String runs) {
    String[] pair = runs.split("/", -1);
    return http.get(path("/runs/" + pair[0] + "/compare/" + pair[1]));
  }

  private String path(String rest) {
    return "/api/sessions/" + session + rest;
  }
}
