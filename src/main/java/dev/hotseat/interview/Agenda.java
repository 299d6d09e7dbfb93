package dev.hotseat.interview;

import dev.hotseat.event.SessionEvent.Opened;
import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Script;
import dev.hotseat.scenario.Script.Change;
import dev.hotseat.scenario.Script.FollowUp;
import dev.hotseat.scenario.Script.Inject;
import dev.hotseat.scenario.Script.Phase;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.scenario.SessionFacts;
import dev.hotseat.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The script as this session follows it: times scaled, chances drawn.
record Agenda(Scenario scenario, Opened opened) {
  private static final double SECONDS_PER_MINUTE = 60;

  static Agenda unopened(Scenario scenario) {
    return new Agenda(scenario, new Opened("", "", 0, "practice", 1, ""));
  }

  Script script() {
    return scenario.script();
  }

  Dice dice() {
    return new Dice(opened.seed());
  }

  boolean practice() {
    return opened.mode().equals("practice");
  }

  double lengthSeconds() {
    return scenario.minutes() * SECONDS_PER_MINUTE * opened.timeMultiplier();
  }

  double boxSeconds(Phase phase) {
    return phase.minutes() * SECONDS_PER_MINUTE * opened.timeMultiplier();
  }

  /// How long a question stays open; without a bound when the script names none.
  double boxSeconds(Question question) {
    double seconds = seconds(question.timeBox());
    return seconds > 0 ? seconds * opened.timeMultiplier() : Double.POSITIVE_INFINITY;
  }

  double changeAtSeconds() {
    return script().changeAtShare() * lengthSeconds();
  }

  Optional<Question> question(String id) {
    return Optional.ofNullable(script().questions().get(id));
  }

  List<Phase> phases() {
    return script().phases();
  }

  Optional<Phase> phase(String id) {
    return phases().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// The phase after one; the first after none.
  Optional<Phase> after(String phase) {
    int next = phase.isEmpty() ? 0 : index(phase) + 1;
    return next < phases().size() ? Optional.of(phases().get(next)) : Optional.empty();
  }

  /// When a phase would end if every phase took its whole box.
  double plannedEndSeconds(String phase) {
    return phases().subList(0, index(phase) + 1).stream().mapToDouble(this::boxSeconds).sum();
  }

  private int index(String phase) {
    return phases().stream().map(Phase::id).toList().indexOf(phase);
  }

  /// The changed requirement that the seed picks.
  Optional<Change> change() {
    return script().change(opened.seed());
  }

  Optional<FollowUp> followUp(String question) {
    return script().followUps().stream().filter(each -> each.question().equals(question)).findAny();
  }

  /// What an inject injects: its own fault, or the one the seed picks of its group.
  Optional<Injected> injected(Inject inject) {
    if (inject.group().isEmpty()) {
      return Optional.of(new Injected(inject.fault(), inject.intensity()));
    }
    return scenario
        .faults()
        .picked(inject.group(), opened.seed())
        .map(each -> new Injected(each.fault(), each.intensity()));
  }

  /// How long after the beginning of its phase an inject is due, as the seed picks it.
  double dueSeconds(Phase phase, int index) {
    Inject inject = phase.injects().get(index);
    double span = seconds(inject.upTo()) - seconds(inject.after());
    return span <= 0
        ? seconds(inject.after())
        : seconds(inject.after())
            + span * dice().stream("inject-" + phase.id() + "-" + index).nextDouble();
  }

  /// A fault and how strongly it bites.
  record Injected(String fault, @Nullable Double intensity) {}

  /// What conditions may ask in a situation of this session.
  Facts facts(Situation situation) {
    return new SessionFacts(scenario, opened.seed(), situation);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
