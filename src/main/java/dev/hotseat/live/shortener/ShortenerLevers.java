package dev.hotseat.live.shortener;

import dev.hotseat.live.Lever;
import dev.hotseat.live.Lever.Choice;
import dev.hotseat.live.Lever.Number;
import dev.hotseat.live.Lever.Switch;
import java.util.List;

/// The design decisions. The initial values are a first draft that works at a quiet rate and has
/// something wrong with it in every corner.
final class ShortenerLevers {
  private ShortenerLevers() {}

  static List<Lever> levers() {
    return List.of(
        new Choice(
            "keys",
            "How a new link gets its code; snowflake codes are always 11 characters",
            List.of("counter", "block-counter", "hash", "random", "snowflake"),
            "counter"),
        new Number("code-length", "Characters of a generated code", 4, 8, "characters", 7),
        new Choice(
            "on-collision",
            "What happens when a generated code is taken",
            List.of("fail", "retry", "lengthen"),
            "fail"),
        new Choice(
            "guard",
            "How one code or alias is kept from being given to two links; unique-constraint needs"
                + " the index",
            List.of("none", "check-then-insert", "unique-constraint"),
            "check-then-insert"),
        new Choice(
            "snowflake-clock",
            "What a snowflake key node does when its clock goes back",
            List.of("trust", "wait", "refuse"),
            "trust"),
        new Choice(
            "cache", "Where links are cached besides the store", List.of("off", "local"), "off"),
        new Number("cache-size", "Links each region's cache holds", 10, 1_000_000, "links", 10_000),
        new Number("cache-ttl", "How long a cached link is believed", 1, 3600, "s", 60),
        new Switch("single-flight", "Only one load at a time of one link per cache", false),
        new Switch("negative-cache", "Remember codes that lead nowhere, for cache-ttl", false),
        new Choice(
            "writes",
            "When a creation is acknowledged: after the commit, or once it is in memory",
            List.of("synchronous", "write-behind"),
            "synchronous"),
        new Number("batch-size", "Most rows of one buffered write", 1, 10_000, "rows", 500),
        new Number("batch-interval", "How often buffers are written", 10, 10_000, "ms", 200),
        new Choice(
            "reads",
            "Which copy answers when the cache does not; in eu the nearest is the primary",
            List.of("primary", "nearest-replica", "replica-with-fallback"),
            "primary"),
        new Choice(
            "clicks",
            "How a click is counted: a row per link, 16 rows per link, or buffered sums",
            List.of("row-update", "sharded", "batched"),
            "row-update"),
        new Choice("redirect", "HTTP status of a redirect", List.of("301", "302", "307"), "302"),
        new Switch("index", "Index on the code column", true),
        new Number(
            "pool-size",
            "Connections to the primary store",
            1,
            200,
            "connections",
            Topology.POOL_USUAL),
        new Choice(
            "creation-limit",
            "Whether creations are limited, per client (header X-Client)",
            List.of("off", "per-client"),
            "off"),
        new Number(
            "creations-per-minute",
            "Creations one client may make, if limited",
            1,
            60_000,
            "/min",
            60));
  }
}
