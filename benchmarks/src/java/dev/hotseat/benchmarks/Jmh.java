package dev.hotseat.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the microbenchmarks of one class.
final class Jmh {
  private Jmh() {}

  static void run(Class<?> benchmarks) throws RunnerException {
    new Runner(new OptionsBuilder().include(benchmarks.getName() + "\\.").build()).run();
  }
}
