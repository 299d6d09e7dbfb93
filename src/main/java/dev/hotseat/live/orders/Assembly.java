package dev.hotseat.live.orders;

import dev.hotseat.live.Kit;
import java.util.List;
import java.util.Map;

/// Everything the orders service is made of, put together once.
final class Assembly {
  private final Scene scene;
  private final Balancer balancer;
  private final Pages pages;
  private final Checkout checkout;
  private final Traffic traffic;
  private final Ledger ledger;
  private final Seconds seconds;
  private final Instruments instruments;
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private final Audit audit;
  private final Operations operations;
  private final Sheets sheets;
  private final Causes causes = new Causes();

  Assembly(Kit kit, Pace pace) {
    Config config = new Config(kit.world().wall());
    Flags flags = new Flags();
    Releases releases = new Releases(kit.world().wall());
    Chronicle.tell(releases, config, kit.world().wall());
    Downstream pricing = new Downstream(Topology.PRICING, kit, pace.pricing(), config);
    Downstream payments = new Downstream(Topology.PAYMENTS, kit, pace.payments(), config);
    Burdens burdens = new Burdens();
    Fleet fleet =
        Fleet.of(kit, pace, burdens, config, flags, releases.current(), List.of(pricing, payments));
    Warehouse warehouse = new Warehouse(kit, config, burdens);
    Habits habits = new Habits();
    this.balancer = new Balancer(kit, fleet);
    this.pages = new Pages(kit, warehouse, flags);
    this.checkout = new Checkout(warehouse, pricing, payments, flags, config);
    this.traffic = new Traffic(habits);
    this.ledger = new Ledger(kit);
    this.seconds =
        new Seconds(
            kit, fleet, List.of(pricing, payments), ledger, warehouse.book()::writtenWrongly);
    this.instruments = new Instruments(fleet, seconds, ledger, warehouse.book());
    this.scene =
        new Scene(
            kit,
            pace,
            fleet,
            releases,
            flags,
            config,
            pricing,
            payments,
            warehouse,
            burdens,
            habits,
            new Crowd(kit, traffic));
    this.audit = new Audit(kit.world().wall());
    this.operations = new Operations(scene, doorkeeper, audit, ledger.consequences());
    this.sheets = new Sheets(pages());
  }

  private List<Map<String, Page>> pages() {
    return List.of(
        new FleetSheets(scene, seconds, ledger.breakdown()).pages(),
        new CallSheets(scene, ledger.breakdown()).pages(),
        new ChangeSheets(scene, audit).pages(),
        new DatabaseSheets(scene).pages());
  }

  /// Starts what goes on without calls.
  void start() {
    seconds.start();
    scene.warehouse().start();
  }

  /// What serves a route.
  Desk desk(Request.Route route) {
    return switch (route) {
      case PRODUCT -> pages::product;
      case ORDERS -> pages::orders;
      case SEARCH -> pages::search;
      case CHECKOUT -> checkout::serve;
      case NONE -> throw new IllegalArgumentException("nobody serves that");
    };
  }

  Scene scene() {
    return scene;
  }

  Balancer balancer() {
    return balancer;
  }

  Traffic traffic() {
    return traffic;
  }

  Ledger ledger() {
    return ledger;
  }

  Doorkeeper doorkeeper() {
    return doorkeeper;
  }

  Sheets sheets() {
    return sheets;
  }

  Audit audit() {
    return audit;
  }

  Operations operations() {
    return operations;
  }

  Instruments instruments() {
    return instruments;
  }

  Seconds seconds() {
    return seconds;
  }

  Causes causes() {
    return causes;
  }
}
