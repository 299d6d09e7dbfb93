package dev.hotseat.scenario;

import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Scenario.SeededFault;
import dev.hotseat.scenario.Script.Assumption;
import dev.hotseat.scenario.Script.Question;
import dev.hotseat.world.Dice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What a session's journal says, as conditions ask about it.
///
/// @param scenario of the session
/// @param seed of the session
/// @param situation the journal, folded so far
public record SessionFacts(Scenario scenario, long seed, Situation situation) implements Facts {
  @Override
  public OptionalDouble now(String key) {
    return situation.now(key);
  }

  @Override
  public OptionalDouble baseline(String key) {
    return situation.baseline(key);
  }

  @Override
  public OptionalDouble lastRun(String key) {
    return situation.figure(0, key);
  }

  @Override
  public OptionalDouble runBefore(String key) {
    return situation.figure(1, key);
  }

  @Override
  public String lever(String name) {
    return situation.levers().getOrDefault(name, "");
  }

  @Override
  public boolean leverChanged(String name) {
    return situation.leverChanged(name);
  }

  @Override
  public int leversChanged() {
    return situation.leversChanged();
  }

  @Override
  public OptionalDouble fact(String name) {
    List<Double> values = scenario.facts().getOrDefault(name, List.of());
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.get(new Dice(seed).pick("fact-" + name, values.size())));
  }

  @Override
  public boolean faultActive(String name) {
    return situation.faults().contains(name);
  }

  @Override
  public boolean faultSeen(String name) {
    return situation.faultSeen(name);
  }

  @Override
  public boolean answered(String question) {
    return situation.answered(question);
  }

  @Override
  public boolean heard(String concept) {
    return situation.heard(concept);
  }

  @Override
  public String drawn(String group) {
    return scenario.faults().picked(group, seed).map(SeededFault::fault).orElse("");
  }

  @Override
  public boolean explained(String group) {
    return Explanations.of(scenario, seed, group, situation).found();
  }

  @Override
  public int misnamed(String group) {
    return Explanations.of(scenario, seed, group, situation).others();
  }

  @Override
  public boolean changed(String change) {
    return situation.requirementChanged()
        && scenario.script().change(seed).filter(each -> each.id().equals(change)).isPresent();
  }

  @Override
  public int runs(String profile) {
    return situation.runs(profile);
  }

  @Override
  public boolean running() {
    return situation.running();
  }

  @Override
  public int looked(String instrument) {
    return situation.looked(instrument);
  }

  @Override
  public OptionalDouble actingSince() {
    return situation.actingSince();
  }

  @Override
  public OptionalDouble lookedSinceActing() {
    return situation.lookedSinceActing();
  }

  @Override
  public int instrumentsRead() {
    return situation.instrumentsRead();
  }

  @Override
  public int acted(String action) {
    return situation.acted(action);
  }

  @Override
  public OptionalDouble actedAt(String action) {
    return situation.actedAt(action);
  }

  @Override
  public OptionalDouble actedLast(String action) {
    return situation.actedLast(action);
  }

  @Override
  public OptionalDouble injectedAt() {
    return situation.injectedAt();
  }

  @Override
  public int clarified(String clarification) {
    return situation.clarified(clarification);
  }

  @Override
  public OptionalDouble predictionAccuracy() {
    return situation.predictionAccuracy();
  }

  @Override
  public OptionalDouble assumed(String name) {
    OptionalDouble stated = situation.assumed(name);
    return stated.isPresent()
            && assumption(name).filter(each -> !each.allows(stated.getAsDouble())).isPresent()
        ? OptionalDouble.empty()
        : stated;
  }

  @Override
  public double elapsedSeconds() {
    return situation.elapsedSeconds();
  }

  @Override
  public double phaseSeconds() {
    return situation.elapsedSeconds() - situation.phaseSince();
  }

  @Override
  public String phase() {
    return situation.phase();
  }

  private Optional<Assumption> assumption(String name) {
    return scenario.script().questions().values().stream()
        .map(Question::estimate)
        .flatMap(each -> each == null ? Stream.empty() : each.assumptions().stream())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }
}
