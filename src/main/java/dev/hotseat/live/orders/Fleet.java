package dev.hotseat.live.orders;

import dev.hotseat.exchange.Refusal;
import dev.hotseat.live.Kit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All instances, those that serve and the spare ones.
final class Fleet {
  private final List<Instance> instances;

  private Fleet(List<Instance> instances) {
    this.instances = List.copyOf(instances);
  }

  static Fleet of(
      Kit kit,
      Pace pace,
      Burdens burdens,
      Config config,
      Flags flags,
      Version version,
      List<Downstream> downstreams) {
    List<Instance> instances = new ArrayList<>();
    for (int i = 1; i <= Topology.INSTANCES; i++) {
      Map<String, Caller> callers = new HashMap<>();
      for (Downstream each : downstreams) {
        callers.put(each.name(), caller(kit, Topology.instance(i), each, config));
      }
      Instance.State state = i <= Topology.SERVING ? Instance.State.SERVING : Instance.State.SPARE;
      instances.add(new Instance(i, kit, pace, burdens, config, flags, version, callers, state));
    }
    Fleet fleet = new Fleet(instances);
    config.onChange(
        Setting.POOL_SIZE,
        size -> fleet.instances.forEach(each -> kit.resize(each.pool(), (int) size)));
    return fleet;
  }

  private static Caller caller(Kit kit, String instance, Downstream downstream, Config config) {
    return new Caller(
        kit.hop(Topology.hop(instance, downstream.name())),
        downstream,
        config,
        downstream.name().equals(Topology.PRICING) ? Caller.Dials.PRICING : Caller.Dials.PAYMENTS,
        kit.world().ticks());
  }

  /// Every instance, started or not, by number.
  List<Instance> all() {
    return instances;
  }

  /// Every instance that is started.
  List<Instance> started() {
    return instances.stream().filter(Instance::started).toList();
  }

  /// One instance by its name.
  ///
  /// @param asked what was asked for, for the refusal, such as `arguments.instance`
  /// @throws Refusal when there is none, or it is spare
  Instance named(String name, String asked) {
    return started().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                asked,
                "one of " + String.join(", ", started().stream().map(Instance::name).toList()),
                name));
  }

  /// An instance that could be started.
  Optional<Instance> spare() {
    return instances.stream().filter(each -> !each.started()).findFirst();
  }

  /// Every started instance gets a process of this version, one after another, and loses no call by
  /// it.
  void run(Version version) {
    started().forEach(each -> each.replace(version));
  }
}
