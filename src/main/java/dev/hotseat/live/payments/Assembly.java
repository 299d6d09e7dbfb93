package dev.hotseat.live.payments;

import dev.hotseat.live.Disturbance;
import dev.hotseat.live.Kit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everything the payments API is made of, put together once.
final class Assembly {
  private final Disturbance disturbance = new Disturbance();
  private final Supplier<Choices> choices;
  private final Clock clock;
  private final Courier courier;
  private final Killer killer;
  private final Announcer announcer;
  private final Copies copies;
  private final Edge edge;
  private final Completer completer;
  private final Webhooks webhooks;
  private final Witness witness;
  private final Front front;
  private final Phones phones;
  private final Views views;
  private final Truth truth;
  private final Auditor auditor;
  private final Instruments instruments;
  private final BackOffice backOffice;
  private final Operations operations;
  private final Traffic traffic;

  Assembly(Kit kit, Pace pace, Supplier<Choices> choices) {
    this.choices = choices;
    this.clock = new Clock(kit.world());
    this.courier = new Courier(kit, disturbance, pace);
    Map<String, Provider> providers = providers(kit, pace);
    this.killer = new Killer(disturbance, kit.world().ticks(), pace.restart());
    this.announcer = new Announcer(kit);
    this.copies = new Copies(kit);
    List<Api> apis = new ArrayList<>();
    for (int i = 1; i <= Topology.APIS; i++) {
      apis.add(new Api(kit, i, new ProviderLine(kit, Topology.api(i), providers)));
    }
    Settling settling = new Settling(clock, announcer);
    Replays replays = new Replays(clock, kit.world().pause());
    Held held = new Held();
    Processing processing =
        new Processing(
            new Claiming(clock),
            new Asking(settling, clock, killer),
            replays,
            copies,
            announcer,
            killer,
            held);
    this.edge = new Edge(kit, apis, disturbance);
    this.completer =
        new Completer(kit, clock, settling, copies, new ProviderLine(kit, "completer", providers));
    this.webhooks = new Webhooks(clock, settling, copies);
    this.witness = new Witness(pace.historyMax());
    this.front = new Front(edge, processing, witness);
    this.phones = new Phones(kit, pace, disturbance);
    this.views = new Views(kit, edge, providers.values());
    this.truth = new Truth();
    this.auditor =
        new Auditor(kit, providers.values(), announcer, copies, witness, truth, pace, choices);
    this.instruments =
        new Instruments(edge, replays, held, courier, phones, settling, auditor.counts(), choices);
    Settlements settlements = new Settlements(kit.world().dice(), clock, disturbance, providers);
    Reconciler reconciler = new Reconciler(kit, clock, settlements);
    this.backOffice = new BackOffice(kit, clock, settlements, reconciler, auditor);
    this.operations = new Operations(kit, completer, copies, edge, reconciler, auditor, pace);
    this.traffic = new Traffic(phones.bought());
  }

  private Map<String, Provider> providers(Kit kit, Pace pace) {
    Map<String, Provider> providers = new LinkedHashMap<>();
    for (String name : Schema.PROVIDERS) {
      Manners manners = new Manners(name, pace, disturbance, kit.world().dice());
      providers.put(name, new Provider(name, kit, manners, clock, courier));
    }
    return providers;
  }

  /// Starts what goes on without calls.
  void start() {
    announcer.start();
    copies.start();
    completer.start(choices);
    auditor.start();
  }

  Disturbance disturbance() {
    return disturbance;
  }

  Clock clock() {
    return clock;
  }

  Courier courier() {
    return courier;
  }

  Killer killer() {
    return killer;
  }

  Edge edge() {
    return edge;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  Front front() {
    return front;
  }

  Phones phones() {
    return phones;
  }

  Views views() {
    return views;
  }

  Truth truth() {
    return truth;
  }

  Instruments instruments() {
    return instruments;
  }

  BackOffice backOffice() {
    return backOffice;
  }

  Operations operations() {
    return operations;
  }

  Traffic traffic() {
    return traffic;
  }
}
