package dev.hotseat.load;

import dev.hotseat.load.Loop.Spacing;
import java.util.List;
import java.util.random.RandomGenerator;

/// When the calls of an open loop are due, as nanoseconds from its start.
/*
 * The integrated rate says how many arrivals there should have been by a time; an arrival is due
 * when that integral reaches its place. For even spacing the place is the arrival's index, so a due
 * time depends on the index alone and never on the call before: a plan that slept "interval" after
 * each call would drift by the cost of sending, and slow down exactly when the system does. For
 * Poisson spacing the place is a sum of independent exponential steps of mean one; carried through
 * the same inverse it gives a Poisson process of the changing rate (time-change theorem), from the
 * stream of chance alone.
 */
final class ArrivalPlan {
  private final List<Stage> stages;
  private final Spacing spacing;
  private final RandomGenerator random;
  private long index;
  private double place;
  private int stage;
  private double placeAtStage;
  private long nanosAtStage;

  ArrivalPlan(Loop.Open loop, RandomGenerator random) {
    this.stages = loop.stages();
    this.spacing = loop.spacing();
    this.random = random;
    this.place = spacing == Spacing.POISSON ? random.nextExponential() : 0;
  }

  /// When the next arrival is due, or -1 after the last one.
  long next() {
    while (stage < stages.size() && place >= placeAtStage + stages.get(stage).arrivals()) {
      placeAtStage += stages.get(stage).arrivals();
      nanosAtStage += stages.get(stage).duration().toNanos();
      stage++;
    }
    if (stage == stages.size()) {
      return -1;
    }
    long due = nanosAtStage + offsetNanos(stages.get(stage), place - placeAtStage);
    step();
    return due;
  }

  /// How many arrivals the stages ask for: exactly for even spacing, on average by chance.
  static double expected(List<Stage> stages) {
    return stages.stream().mapToDouble(Stage::arrivals).sum();
  }

  private void step() {
    index++;
    place = spacing == Spacing.EVEN ? index : place + random.nextExponential();
  }

  /*
   * With the rate a + k·t the integral is a·t + k·t²/2. Solved for t in the form that neither
   * divides by k, which is 0 at a steady rate, nor subtracts two nearly equal roots.
   */
  private static long offsetNanos(Stage stage, double arrivals) {
    double from = stage.fromPerSecond();
    double slope = (stage.toPerSecond() - from) / (stage.duration().toNanos() / 1e9);
    double root = Math.sqrt(Math.max(0, from * from + 2 * slope * arrivals));
    double seconds = arrivals == 0 ? 0 : 2 * arrivals / (from + root);
    return Math.min(Math.round(seconds * 1e9), stage.duration().toNanos());
  }
}
