package dev.hotseat.interview;

import dev.hotseat.event.Situation;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Script.Assumption;
import java.util.List;
import java.util.OptionalDouble;

/// A situation as conditions ask about it.
record SituationFacts(Situation situation, Agenda agenda) implements Facts {
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
    List<Double> values = agenda.scenario().facts().getOrDefault(name, List.of());
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(values.get(agenda.dice().pick("fact-" + name, values.size())));
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
  public int acted(String action) {
    return situation.acted(action);
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
    Assumption bound = agenda.assumptions().get(name);
    return bound == null || stated.isEmpty() || bound.allows(stated.getAsDouble())
        ? stated
        : OptionalDouble.empty();
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
}
