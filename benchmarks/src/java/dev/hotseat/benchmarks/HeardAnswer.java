package dev.hotseat.benchmarks;

import dev.hotseat.hearing.Ear;
import dev.hotseat.scenario.Scenario.Concept;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What it costs to hear one answer of 45 words for 60 concepts of 4 patterns each; beside it the
/// longest answer there may be, the same answer with no concept to hear, and the making of an ear.
/* Processor time of the calling thread is counted, best of several rounds: hearing neither waits nor
 * hands work to anyone, so that is its whole cost, and a busy machine does not change it much.
 */
final class HeardAnswer {
  private static final int ROUNDS = 12;
  private static final String QUESTION = "How do you keep redirects fast when the store is slow?";
  private static final String ANSWER =
      "I would put a cache in front of the store with single-flight, because a hot entry that"
          + " expires would otherwise send all its readers to the same row at once; and I would not"
          + " use a 301, since browsers keep it and clicks get lost.";
  private static final List<String> THINGS =
      List.of("cache", "index", "replica", "queue", "counter", "redirect", "click", "shard", "key");

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

  /// Runs it.
  public static void main(String[] args) {
    String longest = (ANSWER + " ").repeat(Ear.TEXT_MAX / (ANSWER.length() + 1));
    try (Ear ear = Ear.of(concepts(), List.of());
        Ear deaf = Ear.of(List.of(), List.of())) {
      report("45 words, 60 concepts", 1_000, () -> ear.hear(ANSWER, QUESTION));
      report("45 words, no concept", 1_000, () -> deaf.hear(ANSWER, QUESTION));
      report("8,000 characters, 60 concepts", 40, () -> ear.hear(longest, QUESTION));
    }
    report("making the ear", 10, () -> Ear.of(concepts(), List.of()).close());
  }

  private static void report(String what, int times, Runnable work) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        work.run();
      }
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.min(best, spent / times);
    }
    System.out.printf(Locale.ROOT, "%-30s %8.0f us%n", what, best / 1_000.0);
  }
}
