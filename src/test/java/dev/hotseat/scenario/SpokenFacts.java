package dev.hotseat.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Facts as a test states them; whatever it does not state was not measured or did not happen.
final class SpokenFacts implements Facts {
  final Map<String, Double> now = new HashMap<>();
  final Map<String, Double> baseline = new HashMap<>();
  final Map<String, Double> lastRun = new HashMap<>();
  final Map<String, Double> runBefore = new HashMap<>();
  final Map<String, Double> numbers = new HashMap<>();
  final Map<String, String> levers = new HashMap<>();

  @Override
  public OptionalDouble now(String key) {
    return found(now, key);
  }

  @Override
  public OptionalDouble baseline(String key) {
    return found(baseline, key);
  }

  @Override
  public OptionalDouble lastRun(String key) {
    return found(lastRun, key);
  }

  @Override
  public OptionalDouble runBefore(String key) {
    return found(runBefore, key);
  }

  @Override
  public String lever(String name) {
    return levers.getOrDefault(name, "");
  }

  @Override
  public boolean leverChanged(String name) {
    return false;
  }

  @Override
  public int leversChanged() {
    return 0;
  }

  @Override
  public OptionalDouble fact(String name) {
    return found(numbers, "fact/" + name);
  }

  @Override
  public boolean faultActive(String name) {
    return false;
  }

  @Override
  public boolean faultSeen(String name) {
    return false;
  }

  @Override
  public boolean answered(String question) {
    return false;
  }

  @Override
  public boolean heard(String concept) {
    return false;
  }

  @Override
  public String drawn(String group) {
    return "";
  }

  @Override
  public boolean explained(String group) {
    return false;
  }

  @Override
  public int misnamed(String group) {
    return 0;
  }

  @Override
  public boolean changed(String change) {
    return false;
  }

  @Override
  public OptionalDouble actedAt(String action) {
    return found(numbers, "actedAt/" + action);
  }

  @Override
  public OptionalDouble actedLast(String action) {
    return found(numbers, "actedLast/" + action);
  }

  @Override
  public OptionalDouble injectedAt() {
    return found(numbers, "injectedAt");
  }

  @Override
  public int runs(String profile) {
    return 0;
  }

  @Override
  public boolean running() {
    return false;
  }

  @Override
  public int looked(String instrument) {
    return 0;
  }

  @Override
  public OptionalDouble actingSince() {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalDouble lookedSinceActing() {
    return OptionalDouble.empty();
  }

  @Override
  public int instrumentsRead() {
    return 0;
  }

  @Override
  public int acted(String action) {
    return 0;
  }

  @Override
  public int clarified(String clarification) {
    return 0;
  }

  @Override
  public OptionalDouble predictionAccuracy() {
    return found(numbers, "predictionAccuracy");
  }

  @Override
  public OptionalDouble assumed(String name) {
    return found(numbers, "assumed/" + name);
  }

  @Override
  public double elapsedSeconds() {
    return 60;
  }

  @Override
  public double phaseSeconds() {
    return 6;
  }

  @Override
  public String phase() {
    return "break";
  }

  private static OptionalDouble found(Map<String, Double> numbers, String key) {
    Double found = numbers.get(key);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
