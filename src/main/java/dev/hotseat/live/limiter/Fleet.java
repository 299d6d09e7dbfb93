package dev.hotseat.live.limiter;

import static dev.hotseat.live.limiter.LimiterDesign.EU;

import dev.hotseat.live.Kit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// All gateway nodes and stores, and who of them is in service.
final class Fleet {
  private static final int USUAL = 4;
  private final Map<String, CounterStore> stores = new LinkedHashMap<>();
  private final List<Gateway> home = new ArrayList<>();
  private final Map<String, Gateway> away = new LinkedHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Gateway> inService;
  private volatile boolean threeRegions;

  Fleet(Kit kit, Choices choices) {
    for (String region : LimiterDesign.REGIONS) {
      String store = Topology.store(region);
      stores.put(region, new CounterStore(store, new KeyTable(choices)));
    }
    for (int number = 1; number <= Topology.HOME_NODES; number++) {
      home.add(gateway(kit, "gateway." + number, EU, choices));
    }
    for (String region : LimiterDesign.REGIONS) {
      if (!region.equals(EU)) {
        away.put(region, gateway(kit, "gateway." + region, region, choices));
      }
    }
    inService = List.copyOf(home.subList(0, USUAL));
  }

  private static Gateway gateway(Kit kit, String part, String region, Choices choices) {
    return new Gateway(
        part,
        region,
        kit.hop(part + ">" + Topology.store(EU)),
        kit.hop(part + ">" + Topology.store(region)),
        kit.hop(part + ">" + Topology.backend(region)),
        new KeyTable(choices));
  }

  void change(Choices choices) {
    threeRegions = choices.threeRegions();
    stores.values().forEach(store -> store.table().change(choices));
    all().forEach(gateway -> gateway.change(choices));
  }

  /// The node that the balancer chooses next: each in turn.
  Gateway next() {
    List<Gateway> nodes = inService;
    return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
  }

  /// The node of a region that has one of its own.
  Gateway of(String region) {
    Gateway found = away.get(region);
    if (found == null) {
      throw new IllegalArgumentException("no gateway in " + region);
    }
    return found;
  }

  /// Whether clients of a region enter there, not in eu.
  boolean standsIn(String region) {
    return threeRegions && away.containsKey(region);
  }

  CounterStore store(String region) {
    CounterStore found = stores.get(region);
    if (found == null) {
      throw new IllegalArgumentException("no store in " + region);
    }
    return found;
  }

  Gateway first() {
    return home.getFirst();
  }

  /// Puts one more node in eu into service, or takes the last out of it.
  void resize(int nodes) {
    inService = List.copyOf(home.subList(0, nodes));
  }

  /// Nodes that take calls.
  int size() {
    return inService.size() + (threeRegions ? away.size() : 0);
  }

  /// Nodes there are when nothing has happened.
  int sizeUsual() {
    return USUAL + (threeRegions ? away.size() : 0);
  }

  List<Gateway> all() {
    List<Gateway> all = new ArrayList<>(home);
    all.addAll(away.values());
    return all;
  }

  /// Tables of all nodes and stores.
  List<KeyTable> tables() {
    List<KeyTable> tables = new ArrayList<>();
    stores.values().forEach(store -> tables.add(store.table()));
    all().forEach(gateway -> tables.add(gateway.table()));
    return tables;
  }
}
