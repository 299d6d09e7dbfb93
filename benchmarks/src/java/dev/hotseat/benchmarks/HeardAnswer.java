package dev.hotseat.benchmarks;

import dev.hotseat.hearing.Ear;
import dev.hotseat.hearing.Heard;
import dev.hotseat.scenario.Scenario.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/// What it costs to hear one answer of 40 words for 60 concepts of 4 patterns each; beside it the
/// longest answer there may be, and the building of the ear.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeardAnswer {
  private static final String QUESTION = "How do you keep redirects fast when the store is slow?";
  private static final String ANSWER =
      "I would put a cache in front of the store with single-flight, because a hot entry that"
          + " expires would otherwise send all its readers to the same row at once; and I would not"
          + " use a 301, since browsers keep it and clicks get lost.";
  private static final List<String> THINGS =
      List.of("cache", "index", "replica", "queue", "counter", "redirect", "click", "shard", "key");

  private final List<Concept> concepts = concepts();
  private final String longest = (ANSWER + " ").repeat(Ear.TEXT_MAX / (ANSWER.length() + 1));
  private Ear ear = Ear.of(List.of(), List.of());

  @Setup
  public void open() {
    ear.close();
    ear = Ear.of(concepts, List.of());
  }

  @TearDown
  public void close() {
    ear.close();
  }

  private static List<Concept> concepts() {
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String thing = THINGS.get(i % THINGS.size());
      List<String> hear =
          List.of(
              thing + " front" + i + " (store | database)",
              "(hot | warm) entr* expires" + (i % 4 == 0 ? "" : i),
              "\"single flight " + thing + "\"",
              "(lose | lost) " + thing + " (browser* | crash)");
      concepts.add(new Concept("c" + i, "c" + i, hear, List.of(), List.of()));
    }
    return concepts;
  }

  @Benchmark
  public Heard fortyWords() {
    return ear.hear(ANSWER, QUESTION);
  }

  @Benchmark
  public Heard longestAnswer() {
    return ear.hear(longest, QUESTION);
  }

  @Benchmark
  public void build() {
    Ear.of(concepts, List.of()).close();
  }

  /// Runs it.
  public static void main(String[] args) throws RunnerException {
    Jmh.run(HeardAnswer.class);
  }
}
