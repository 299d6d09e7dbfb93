package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.INSTANCE;
import static dev.hotseat.live.orders.Words.number;
import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Design.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What can be done with instances.
final class FleetOperations {
  private final Fleet fleet;
  private final Releases releases;
  private final Config config;

  FleetOperations(Scene scene) {
    this.fleet = scene.fleet();
    this.releases = scene.releases();
    this.config = scene.config();
  }

  static List<Action> actions() {
    return List.of(
        new Action(
            "drain",
            "Send an instance no new calls; it finishes those it has",
            Duration.ofSeconds(5),
            List.of(Words.instance("which"))),
        new Action(
            "undrain",
            "Send a drained instance calls again",
            Duration.ofSeconds(5),
            List.of(Words.instance("which"))),
        new Action(
            "restart",
            "Kill an instance's process and start another: its calls are lost, its caches cold",
            Duration.ofSeconds(20),
            List.of(Words.instance("which"))),
        new Action("add-instance", "Start one of the spare instances", Duration.ofSeconds(45)),
        new Action(
            "resize-pool",
            "Give every instance so many database connections",
            Duration.ofSeconds(10),
            List.of(Words.size(Setting.POOL_SIZE))),
        new Action(
            "resize-queue",
            "Let so many calls wait in line at every instance",
            Duration.ofSeconds(10),
            List.of(Words.size(Setting.QUEUE_SIZE))));
  }

  Map<String, Act> acts() {
    return Map.of(
        "drain", this::drain,
        "undrain", this::undrain,
        "restart", this::restart,
        "add-instance", this::add,
        "resize-pool", with -> resize(Setting.POOL_SIZE, with),
        "resize-queue", with -> resize(Setting.QUEUE_SIZE, with));
  }

  /// Whether it could be begun now.
  ///
  /// @throws Refusal when it could not
  void may(String action, Map<String, String> with) {
    if (with.containsKey(INSTANCE)) {
      Instance _ = named(with);
    } else if (action.equals("add-instance")) {
      Instance _ = spare();
    }
  }

  private Instance named(Map<String, String> with) {
    return fleet.named(text(with, INSTANCE), "arguments." + INSTANCE);
  }

  private String drain(Map<String, String> with) {
    Instance instance = named(with);
    instance.enter(Instance.State.DRAINING);
    return "%s gets no new calls; it has %d to finish."
        .formatted(instance.name(), instance.busy() + instance.waiting());
  }

  private String undrain(Map<String, String> with) {
    Instance instance = named(with);
    instance.enter(Instance.State.SERVING);
    return instance.name() + " gets calls again.";
  }

  private String restart(Map<String, String> with) {
    Instance instance = named(with);
    int lost = instance.busy() + instance.waiting();
    instance.restart(releases.current());
    return "Restarted %s on %s; %d calls were in it."
        .formatted(instance.name(), releases.current().name(), lost);
  }

  private Instance spare() {
    return fleet
        .spare()
        .orElseThrow(() -> new Refusal("action", "a spare instance to start", "none left"));
  }

  private String add(Map<String, String> with) {
    Instance instance = spare();
    instance.replace(releases.current());
    instance.enter(Instance.State.SERVING);
    return "Started %s in zone %s on %s."
        .formatted(instance.name(), instance.zone(), releases.current().name());
  }

  private String resize(Setting setting, Map<String, String> with) {
    long size = number(with, Words.SIZE);
    long before = config.set(setting, size, Operations.ON_CALL, "");
    return "%s was %s and is %s."
        .formatted(setting.key(), setting.written(before), setting.written(size));
  }
}
