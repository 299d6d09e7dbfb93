package dev.hotseat.benchmarks;

import dev.hotseat.live.Blueprint;
import dev.hotseat.live.Design;
import dev.hotseat.scenario.Condition;
import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios;
import dev.hotseat.scenario.Scenarios.Found;
import dev.hotseat.scenario.Script;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What it costs to ask whether a condition holds: of the URL shortener's follow-ups and signals,
/// the shortest, the longest, and all of them, which is what one second of a session costs.
///
/// Prints the time of the quickest tenth of many short bursts, arms interleaved, once with every
/// reading there and once with none. And what reading the folder costs: the first time, again after
/// an edit, and when nothing changed.
public final class ConditionCost {
  private static final int BURSTS = 4_000;
  private static final int WARM_UP_BURSTS = 1_000;
  private static final int EVALUATIONS_A_BURST = 200;

  private ConditionCost() {}

  /// Runs it.
  public static void main(String[] args) {
    try (ApplicationContext context = ApplicationContext.run()) {
      List<Design> designs =
          context.getBeansOfType(Blueprint.class).stream().map(Blueprint::design).toList();
      long from = System.nanoTime();
      Scenarios scenarios = new Scenarios(Path.of("scenarios"), designs);
      Scenario scenario = shortener(scenarios);
      System.out.printf("folder read the first time: %.0f ms%n", (System.nanoTime() - from) / 1e6);
      System.out.printf("read again, unchanged: %.2f ms%n", againMillis(scenarios));

      List<Condition> all = conditions(scenario.script());
      Condition shortest = by(Comparator.comparingInt(each -> each.source().length()), all);
      Condition longest = by(Comparator.comparingInt(each -> -each.source().length()), all);
      System.out.println("shortest: " + shortest.source().replaceAll("\\s+", " "));
      System.out.println("longest: " + longest.source().replaceAll("\\s+", " "));
      for (boolean measured : new boolean[] {true, false}) {
        Facts facts = new SteadyFacts(measured);
        System.out.printf(
            "%s: shortest %.0f ns, longest %.0f ns, all %d %.0f ns%n",
            measured ? "every reading there" : "nothing measured",
            nanos(List.of(shortest), facts),
            nanos(List.of(longest), facts),
            all.size(),
            nanos(all, facts));
      }
    }
  }

  private static Scenario shortener(Scenarios scenarios) {
    if (scenarios.find("url-shortener").orElseThrow() instanceof Found.Sound sound) {
      return sound.scenario();
    }
    throw new IllegalStateException("scenarios/url-shortener is broken; lint it first");
  }

  private static double againMillis(Scenarios scenarios) {
    double[] took = new double[200];
    for (int i = 0; i < took.length; i++) {
      long from = System.nanoTime();
      shortener(scenarios);
      took[i] = (System.nanoTime() - from) / 1e6;
    }
    return quickestTenth(took);
  }

  private static List<Condition> conditions(Script script) {
    List<Condition> all = new ArrayList<>();
    script.followUps().forEach(each -> all.add(each.when()));
    script.signals().forEach(each -> all.add(each.when()));
    return all;
  }

  private static Condition by(Comparator<Condition> order, List<Condition> all) {
    return all.stream().min(order).orElseThrow();
  }

  /// Nanoseconds for one evaluation of each.
  private static double nanos(List<Condition> conditions, Facts facts) {
    int rounds = Math.max(1, EVALUATIONS_A_BURST / conditions.size());
    int held = 0;
    double[] took = new double[BURSTS];
    for (int burst = -WARM_UP_BURSTS; burst < BURSTS; burst++) {
      long from = System.nanoTime();
      for (int round = 0; round < rounds; round++) {
        for (Condition each : conditions) {
          held += each.over(facts).holds() ? 1 : 0;
        }
      }
      if (burst >= 0) {
        took[burst] = (double) (System.nanoTime() - from) / rounds;
      }
    }
    if (held < 0) {
      throw new IllegalStateException("conditions cannot hold less than never");
    }
    return quickestTenth(took);
  }

  private static double quickestTenth(double[] took) {
    Arrays.sort(took);
    return Arrays.stream(took).limit(took.length / 10).average().orElse(0);
  }
}
