package dev.hotseat.live.shortener;

import dev.hotseat.live.Design.Measure;
import java.util.List;

/// What the shortener itself can tell about the last second, and about the truth.
final class Measures {
  private Measures() {}

  static List<Measure> gauges() {
    return List.of(
        new Measure("cacheHitShare", "share", "Cache look-ups that were answered, last second"),
        new Measure("cacheEntries", "links", "Entries of all caches"),
        new Measure("loadsInFlight", "loads", "Most loads from a database at once, last second"),
        new Measure("loadsPerKeyMax", "loads", "Most loads of one link at once, last second"),
        new Measure("storeReadShare", "share", "Redirects that read a database, last second"),
        new Measure("writesBuffered", "links", "Acknowledged links that are only in memory"),
        new Measure("clicksBuffered", "clicks", "Clicks that are only in memory"),
        new Measure("links", "links", "Rows of the link table"),
        new Measure("clicksShown", "clicks", "Clicks that the click sink holds"),
        new Measure("keyCollisions", "codes", "Generated codes that were found taken, since start"),
        new Measure("replicaLag", "ms", "How far the slowest replica is behind"),
        new Measure(
            "browserHitShare", "share", "Repeat visits their own browser answered, last second"));
  }

  static List<Measure> oracles() {
    return List.of(
        new Measure("lostLinks", "links", "Links acknowledged and gone"),
        new Measure("wrongTargets", "redirects", "Redirects of a code that two links claim"),
        new Measure("aliasDoubleWinners", "links", "Aliases acknowledged to a second owner"),
        new Measure("duplicateCodes", "links", "Codes acknowledged for a second target"),
        new Measure(
            "readAfterWriteMisses", "redirects", "404 for a link that was already acknowledged"),
        new Measure("lostClicks", "clicks", "Clicks that were served and never counted"),
        new Measure("unseenClicks", "clicks", "Visits a browser answered from its own cache"),
        new Measure("enumerableShare", "share", "Guessed codes that hit, of the last 500 guesses"),
        new Measure(
            "deletedServed",
            "redirects",
            "Redirects more than 10 s after the deletion was acknowledged"));
  }
}
