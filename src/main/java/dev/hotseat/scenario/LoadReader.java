package dev.hotseat.scenario;

import dev.hotseat.exchange.Patience;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.load.Flow;
import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.load.Retry;
import dev.hotseat.load.Stage;
import dev.hotseat.scenario.Scenario.NamedProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads `load.yaml`.
final class LoadReader {
  private static final Duration WAIT_USUAL = Duration.ofMillis(100);
  private static final int WAIT_LONGEST = 10;

  private final Fields file;
  private final Desk desk;

  LoadReader(Fields file, Desk desk) {
    this.file = file;
    this.desk = desk;
  }

  List<NamedProfile> profiles() {
    List<Fields> groups = file.groups("profiles", LoadShape.PROFILE);
    desk.unique(groups, "name", "profile");
    return groups.stream().flatMap(each -> profile(each).stream()).toList();
  }

  private Optional<NamedProfile> profile(Fields each) {
    Optional<Loop> loop = each.textOr("loop", "open").equals("closed") ? closed(each) : open(each);
    List<Flow> mix = mix(each);
    Optional<Retry> retry =
        each.group("retry", LoadShape.RETRY).map(this::retry).orElse(Optional.of(new Retry.None()));
    Patience patience =
        each.has("patience")
            ? new Patience(
                Patience.ENDLESS.kind(), each.span("patience", Duration.ofHours(1)).toNanos())
            : Patience.ENDLESS;
    if (loop.isEmpty() || retry.isEmpty() || mix.isEmpty()) {
      return Optional.empty();
    }
    Profile plan = new Profile(each.text("name"), loop.get(), mix, patience, retry.get());
    return Optional.of(
        new NamedProfile(each.text("name"), each.text("title"), each.text("note"), plan));
  }

  private Optional<Loop> open(Fields each) {
    refuse(each, "open", "clients", "think", "for");
    if (!each.has("stages")) {
      desk.notes().error(each.place(), "'stages' is missing in this open loop", "stages: a list");
    }
    List<Stage> stages = new ArrayList<>();
    for (Fields stage : each.groups("stages", LoadShape.STAGE)) {
      stage(stage).ifPresent(stages::add);
    }
    Loop.Spacing spacing =
        each.text("arrivals").equals("constant") ? Loop.Spacing.EVEN : Loop.Spacing.POISSON;
    return stages.isEmpty()
        ? Optional.empty()
        : valid(each.place("stages"), () -> new Loop.Open(spacing, stages));
  }

  private Optional<Stage> stage(Fields stage) {
    Duration lasting = stage.span("for", Duration.ofSeconds(1));
    double from = stage.number("from", stage.number("rate", 0));
    double to = stage.number("to", from);
    return valid(stage.place(), () -> new Stage(lasting, from, to));
  }

  private Optional<Loop> closed(Fields each) {
    refuse(each, "closed", "stages", "arrivals");
    for (String key : List.of("clients", "for")) {
      if (!each.has(key)) {
        desk.notes()
            .error(
                each.place(),
                "'" + key + "' is missing in this closed loop",
                key.equals("for") ? "for: how long, such as 20s" : "clients: how many");
      }
    }
    int clients = (int) each.number("clients", 1);
    Duration think = each.span("think", Duration.ZERO);
    Duration lasting = each.span("for", Duration.ofSeconds(1));
    return valid(each.place(), () -> new Loop.Closed(clients, think, lasting));
  }

  private void refuse(Fields each, String loop, String... keys) {
    for (String key : keys) {
      if (each.has(key)) {
        desk.notes()
            .error(
                each.place(key),
                "'" + key + "' has no meaning in a loop that is " + loop,
                "nothing");
      }
    }
  }

  private List<Flow> mix(Fields each) {
    List<Flow> mix = new ArrayList<>();
    for (Fields flow : each.groups("mix", LoadShape.FLOW)) {
      String traffic = traffic(flow);
      valid(flow.place(), () -> new Flow(traffic, flow.number("weight", 1), flow.values("with")))
          .ifPresent(mix::add);
    }
    return mix;
  }

  private String traffic(Fields flow) {
    String traffic = desk.known(flow, "traffic", Topic.TRAFFIC);
    return flow.has("region") ? traffic + "@" + desk.known(flow, "region", Topic.REGION) : traffic;
  }

  private Optional<Retry> retry(Fields each) {
    int attempts = (int) each.number("attempts", 2);
    Duration wait = each.span("wait", WAIT_USUAL);
    return valid(
        each.place(),
        () ->
            switch (each.text("style")) {
              case "at-once" -> new Retry.AtOnce(attempts);
              case "back-off" -> new Retry.BackOff(attempts, wait, wait.multipliedBy(WAIT_LONGEST));
              case "as-told" -> new Retry.AsTold(attempts, wait);
              default -> new Retry.None();
            });
  }

  private <T> Optional<T> valid(Place place, Supplier<T> made) {
    try {
      return Optional.of(made.get());
    } catch (Refusal refusal) {
      String message = refusal.field() + " is " + refusal.got();
      desk.notes().error(place, message, refusal.expected());
      return Optional.empty();
    }
  }
}
