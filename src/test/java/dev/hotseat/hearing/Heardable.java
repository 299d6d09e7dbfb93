package dev.hotseat.hearing;

import dev.hotseat.scenario.Facts;
import dev.hotseat.scenario.Scenario.Clarification;
import dev.hotseat.scenario.Scenario.Concept;
import dev.hotseat.scenario.Template;
import java.util.List;

/// The concepts and facts the tests listen for.
final class Heardable {
  static final List<Concept> CONCEPTS =
      List.of(
          concept("cache", "cache", "caching"),
          concept("single-flight", "single-flight", "(one | single) loader", "collapse requests"),
          concept("stampede", "\"thundering herd\"", "\"cache stampede\""),
          concept("unique", "unique (index | constraint) alias"),
          concept("random-keys", "random (key | code)", "(key | code) \"at random\""),
          concept("batch-clicks", "(batch | aggregate | buffer) click"),
          concept("temporary", "302", "\"temporary redirect\""),
          concept("retry", "retry"),
          concept("limit", "\"rate limit\"", "(throttle | limit) creation"),
          concept("negative-cache", "\"negative caching\"", "cache misses"),
          concept("read-your-writes", "read-your-writes"),
          concept("not-guessable", "unguessable", "code \"not guessable\""),
          concept("no-forever", "never cache 301"));

  static final List<Clarification> FACTS =
      List.of(
          fact(
              "lifetime",
              "how long (link* | they) (live | last | kept)",
              "lifetime",
              "link expire"),
          fact("latency", "latency target", "how fast redirect", "target latency"),
          fact("lost-click", "(lose | lost) click"),
          fact("creation", "link* created"));

  private Heardable() {}

  private static Concept concept(String id, String... hear) {
    List<String> unless = id.equals("cache") ? List.of("never cache 301") : List.of();
    return new Concept(id, id, List.of(hear), unless, List.of());
  }

  private static Clarification fact(String id, String... asks) {
    return new Clarification(id, List.of(asks), new Fixed(id), "framing", 1);
  }

  /// Words that never change.
  private record Fixed(String source) implements Template {
    @Override
    public String over(Facts facts) {
      return source;
    }
  }
}
