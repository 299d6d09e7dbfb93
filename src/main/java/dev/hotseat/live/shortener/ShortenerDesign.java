package dev.hotseat.live.shortener;

import dev.hotseat.live.Design;
import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Design.Operation;
import dev.hotseat.live.Design.Traffic;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;

/// Everything about the shortener that has a name outside of it.
final class ShortenerDesign {
  static final String EU = "eu";
  static final String US = "us";
  static final String AP = "ap";

  /// Regions a client can be in; the primary store lives in the first.
  static final List<String> REGIONS = List.of(EU, US, AP);

  private ShortenerDesign() {}

  static Design design() {
    return new Design(
        "url-shortener",
        Topology.parts(),
        Topology.hops(),
        operations(),
        traffic(),
        ShortenerLevers.levers(),
        ShortenerFaults.faults(),
        actions(),
        Measures.gauges(),
        Measures.oracles(),
        REGIONS);
  }

  private static List<Operation> operations() {
    return List.of(
        new Operation(
            "create",
            "Make a short link; alias and ttl (seconds) are optional",
            "POST",
            "/links",
            "{\"url\":\"https://www.example.com/spring-sale\",\"alias\":\"spring\",\"ttl\":86400}"),
        new Operation("redirect", "Follow a short link", "GET", "/{code}", ""),
        new Operation("inspect", "Show where a link leads", "GET", "/links/{code}", ""),
        new Operation(
            "stats", "Show how often a link was followed", "GET", "/links/{code}/stats", ""),
        new Operation("delete", "Take a link down", "DELETE", "/links/{code}", ""));
  }

  private static List<Traffic> traffic() {
    return List.of(
        new Traffic(
            "redirect",
            "Visitors follow known links: Zipf with `skew` (1.0), `hot` share to one link (0),"
                + " `region` eu, us, ap or mix (mix)"),
        new Traffic("create", "Clients make links: `clients` (1000) of them, `region` (mix)"),
        new Traffic(
            "unknown-code",
            "A scanner asks for codes nobody made: `distinct` of them over and over (1000), `region`"
                + " (mix)"),
        new Traffic(
            "enumerate",
            "A stranger guesses the neighbours of links made lately, up to `reach` away (20),"
                + " `region` (eu)"),
        new Traffic(
            "same-alias",
            "`racers` (50) clients at a time want the same alias, `region` (us), from where a check and"
                + " the insert after it are a round trip apart"),
        new Traffic(
            "read-after-write",
            "Every other call makes a link, the next follows one made within `within` milliseconds"
                + " (1000), `region` (us)"),
        new Traffic(
            "repeat-visitors",
            "`visitors` (100) with a browser cache each follow one of `links` (1) again and again,"
                + " `region` (eu)"),
        new Traffic("stats", "Owners look at click counts, Zipf with `skew` (1.0), `region` (mix)"),
        new Traffic(
            "takedown",
            "Links are followed everywhere, deleted in eu, and followed again, `region` (mix)"));
  }

  private static List<Action> actions() {
    return List.of(
        new Action(
            "flush-cache",
            "Drop every cached link",
            Duration.ZERO,
            List.of(
                Parameter.choice("region", "of which region", Regions.ALLOWED)
                    .usually(Regions.ALL))),
        new Action(
            "warm-cache",
            "Load the most followed links into every cache",
            Duration.ZERO,
            List.of(
                Parameter.number("count", "how many", 1, Catalogue.SIZE, "links").usually("1000"))),
        new Action("flush-writes", "Write all buffered links and clicks now", Duration.ZERO),
        new Action(
            "audit",
            "Write the buffers, count the rows, and compare with what was acknowledged",
            Duration.ZERO));
  }
}
