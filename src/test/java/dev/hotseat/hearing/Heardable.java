package dev.hotseat.hearing;

import dev.hotseat.scenario.Scenario.Concept;
import java.util.List;

/// The concepts the tests listen for.
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

  private Heardable() {}

  private static Concept concept(String id, String... hear) {
    List<String> unless = id.equals("cache") ? List.of("never cache 301", "cache 301") : List.of();
    return new Concept(id, id, List.of(hear), unless, List.of());
  }
}
