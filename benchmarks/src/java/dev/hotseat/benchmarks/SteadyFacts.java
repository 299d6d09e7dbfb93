package dev.hotseat.benchmarks;

import dev.hotseat.scenario.Facts;
import java.util.OptionalDouble;

/// Facts that never change.
///
/// @param measured whether readings are there at all
record SteadyFacts(boolean measured) implements Facts {
  private OptionalDouble reading() {
    return measured ? OptionalDouble.of(42.5) : OptionalDouble.empty();
  }

  @Override
  public OptionalDouble now(String key) {
    return reading();
  }

  @Override
  public OptionalDouble baseline(String key) {
    return reading();
  }

  @Override
  public OptionalDouble lastRun(String key) {
    return reading();
  }

  @Override
  public OptionalDouble runBefore(String key) {
    return reading();
  }

  @Override
  public String lever(String name) {
    return "local";
  }

  @Override
  public boolean leverChanged(String name) {
    return true;
  }

  @Override
  public int leversChanged() {
    return 3;
  }

  @Override
  public OptionalDouble fact(String name) {
    return reading();
  }

  @Override
  public boolean faultActive(String name) {
    return true;
  }

  @Override
  public boolean faultSeen(String name) {
    return true;
  }

  @Override
  public boolean answered(String question) {
    return true;
  }

  @Override
  public boolean heard(String concept) {
    return true;
  }

  @Override
  public int runs(String profile) {
    return 2;
  }

  @Override
  public boolean running() {
    return true;
  }

  @Override
  public int looked(String instrument) {
    return 2;
  }

  @Override
  public int acted(String action) {
    return 2;
  }

  @Override
  public int clarified(String clarification) {
    return 2;
  }

  @Override
  public OptionalDouble predictionAccuracy() {
    return reading();
  }

  @Override
  public OptionalDouble assumed(String name) {
    return reading();
  }

  @Override
  public double elapsedSeconds() {
    return 600;
  }

  @Override
  public double phaseSeconds() {
    return 60;
  }

  @Override
  public String phase() {
    return "prove";
  }

  @Override
  public String drawn(String group) {
    return "pool-shrunk";
  }

  @Override
  public boolean explained(String group) {
    return true;
  }

  @Override
  public int misnamed(String group) {
    return 0;
  }

  @Override
  public boolean changed(String change) {
    return true;
  }

  @Override
  public OptionalDouble actingSince() {
    return reading();
  }

  @Override
  public OptionalDouble lookedSinceActing() {
    return reading();
  }

  @Override
  public int instrumentsRead() {
    return 2;
  }

  @Override
  public OptionalDouble actedAt(String action) {
    return reading();
  }

  @Override
  public OptionalDouble actedLast(String action) {
    return reading();
  }

  @Override
  public OptionalDouble injectedAt() {
    return reading();
  }
}
