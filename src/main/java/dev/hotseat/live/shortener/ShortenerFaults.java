package dev.hotseat.live.shortener;

import dev.hotseat.fault.FaultKind;
import dev.hotseat.fault.FaultKind.Effect;
import java.util.List;

/// What can be broken.
final class ShortenerFaults {
  private static final Effect OWN = new Effect.Own();

  private ShortenerFaults() {}

  static List<FaultKind> faults() {
    return List.of(
        new FaultKind(
            "hot-link",
            "One link goes round the world: this share of all visits wants it (the seed picks it)",
            "client",
            OWN,
            "share",
            0.01,
            1,
            0.5),
        moment("hot-expires", "The hot link's entry leaves every cache at once", "cache"),
        moment("cache-flushed", "The caches restart empty", "cache"),
        new FaultKind(
            "scanner",
            "This share of all visits asks for codes that nobody made",
            "client",
            OWN,
            "share",
            0.01,
            0.9,
            0.3),
        new FaultKind(
            "replica-lag",
            "The replicas hear of every change this much later",
            "store>replica",
            new Effect.Slow(List.of("store>replica.us", "store>replica.ap")),
            "ms",
            10,
            10_000,
            300),
        new FaultKind(
            "region-cut",
            "us is cut off from eu, and its replica hears of nothing",
            "app.us>app.eu",
            new Effect.Cut(List.of("app.us>app.eu", "store>replica.us")),
            "",
            1,
            1,
            1),
        new FaultKind(
            "store-slow",
            "Every statement on the primary takes longer",
            "app.eu>store",
            new Effect.Slow(List.of("app.eu>store")),
            "ms",
            1,
            5_000,
            200),
        new FaultKind(
            "store-down",
            "The primary refuses this share of statements",
            "app.eu>store",
            new Effect.Fail(List.of("app.eu>store"), "store-down"),
            "share",
            0.01,
            1,
            1),
        new FaultKind(
            "clicks-slow",
            "Every commit of the click sink takes longer, holding its row",
            "clicks>disk",
            new Effect.Slow(List.of("clicks>disk")),
            "ms",
            1,
            2_000,
            50),
        new FaultKind(
            "clicks-down",
            "The click sink refuses this share of writes",
            "app.eu>clicks",
            new Effect.Fail(List.of("app.eu>clicks"), "clicks-down"),
            "share",
            0.01,
            1,
            1),
        new FaultKind(
            "key-clock-back",
            "The clock of the key node in eu jumps back",
            "app.eu",
            OWN,
            "ms",
            1,
            60_000,
            2_000),
        moment(
            "app-crash",
            "The app node in eu dies and another takes its place: its buffers and cache are gone",
            "app.eu"));
  }

  private static FaultKind moment(String name, String meaning, String where) {
    return new FaultKind(name, meaning, where, OWN, "", 1, 1, 1);
  }
}
