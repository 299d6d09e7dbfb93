package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.may;
import static dev.hotseat.scenario.Shape.must;
import static dev.hotseat.scenario.Shapes.LINE;
import static dev.hotseat.scenario.Shapes.NAME;
import static dev.hotseat.scenario.Shapes.PARAGRAPH;
import static dev.hotseat.scenario.Shapes.SYMBOL;
import static dev.hotseat.scenario.Shapes.VALUE;
import static dev.hotseat.scenario.Shapes.WAIT;
import static dev.hotseat.scenario.Shapes.atLeast;
import static dev.hotseat.scenario.Shapes.table;
import static dev.hotseat.scenario.Shapes.word;

import dev.hotseat.load.LoadLimits;
import dev.hotseat.scenario.Shape.Form;
import dev.hotseat.scenario.Shape.Num;
import dev.hotseat.scenario.Shape.Span;
import java.time.Duration;
import java.util.List;

/// What stands in `load.yaml`.
final class LoadShape {
  private static final Num RATE = new Num(0, LoadLimits.USUAL.ratePerSecondMax(), false);
  private static final Span LASTING =
      new Span(Duration.ofMillis(100), LoadLimits.USUAL.durationMax());

  static final Form STAGE =
      new Form(
              "stage",
              "A stretch of a load run.",
              must("for", LASTING, "how long"),
              may("rate", RATE, "arrivals per second, all along"),
              may("from", RATE, "arrivals per second at its start, with `to`"),
              may("to", RATE, "arrivals per second at its end, with `from`"))
          .withOneOf(List.of(List.of("rate"), List.of("from", "to")));

  static final Form FLOW =
      new Form(
          "flow",
          "One kind of traffic in the mix.",
          must("traffic", SYMBOL, "a kind of traffic of the system"),
          may("region", SYMBOL, "where its clients are; such flows have figures of their own"),
          must("weight", new Num(0.001, 1e6, false), "its share, relative to the other weights"),
          may("with", table("parameter", VALUE), "what its source is told, such as skew"));

  static final Form RETRY =
      new Form(
          "retry",
          "What a client does after a failed attempt.",
          must("attempts", new Num(2, 10, true), "all attempts, the first one included"),
          may(
              "wait",
              new Span(Duration.ofMillis(1), Duration.ofMinutes(1)),
              "longest wait before the second attempt, doubled for each further one; 100ms unless"
                  + " given; as-told: the wait where the answer does not say"),
          must(
              "style",
              word("none", "at-once", "back-off", "as-told"),
              "whether it tries again at once, or waits longer each time, or as long as the answer's"
                  + " Retry-After says"));

  static final Form PROFILE =
      new Form(
          "profile",
          "A load profile.",
          must("name", NAME, "what the API calls it"),
          must("title", LINE, "one line"),
          may("note", PARAGRAPH, "what to watch"),
          may(
              "loop",
              word("open", "closed"),
              "open: calls are due at their time whatever comes back; closed: each client waits for"
                  + " its answer first; open unless given"),
          may(
              "arrivals",
              word("constant", "poisson"),
              "open loop: evenly spaced or by chance; poisson unless given"),
          may("stages", atLeast(1, STAGE), "open loop: what happens one after another"),
          may(
              "clients",
              new Num(1, LoadLimits.USUAL.clientsMax(), true),
              "closed loop: how many clients"),
          may("think", WAIT, "closed loop: pause between answer and next call; 0s unless given"),
          may("for", LASTING, "closed loop: how long"),
          must("mix", atLeast(1, FLOW), "what is sent"),
          may(
              "patience",
              new Span(Duration.ofMillis(1), Duration.ofMinutes(5)),
              "how long a client waits for an attempt before it gives up; endless unless given"),
          may("retry", RETRY, "what a client does after a failure; takes it, unless given"));

  static final Form FILE =
      new Form(
          "load",
          "The load profiles a candidate can run.",
          must("profiles", atLeast(1, PROFILE), "in the order in which they are shown"));

  private LoadShape() {}
}
