package dev.hotseat.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/// What it costs two threads to record one latency.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Threads(2)
public class RecorderCost {
  private final Recorder recorder = new Recorder(2);
  private final ConcurrentHistogram shared = new ConcurrentHistogram(2);

  @Benchmark
  public void recorder() {
    recorder.recordValue(1_000_000);
  }

  @Benchmark
  public void sharedHistogram() {
    shared.recordValue(1_000_000);
  }

  /// Runs it.
  public static void main(String[] args) throws RunnerException {
    Jmh.run(RecorderCost.class);
  }
}
