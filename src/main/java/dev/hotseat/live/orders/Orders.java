package dev.hotseat.live.orders;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.HashMap;
import java.util.Map;

/// The orders service: leads calls through the balancer to an instance, writes down how they ended,
/// and hands faults and operations to what they concern.
final class Orders implements Service {
  private static final String INSTANCE_HEADER = "X-Instance";

  private final Assembly parts;

  Orders(Kit kit, Pace pace) {
    this.parts = new Assembly(kit, pace);
  }

  void start() {
    parts.start();
  }

  Assembly parts() {
    return parts;
  }

  @Override
  public String operation(Visit visit) {
    return Request.of(visit.call()).route().operation();
  }

  @Override
  public Reply serve(Visit visit) throws InterruptedException {
    Request request = Request.of(visit.call());
    Request.Route route = request.route();
    if (!route.method().equals(visit.call().method())) {
      return new Reply(
          405,
          Map.of("Allow", route.method()),
          "",
          new Why("method-not-allowed", "method", "Expected " + route.method()));
    }
    parts.seconds().came();
    Balancer.Served served = served(visit, request);
    if (parts.ledger().note(visit, request, served)) {
      parts.seconds().wentWell();
    }
    return signed(served);
  }

  private Balancer.Served served(Visit visit, Request request) throws InterruptedException {
    if (parts.doorkeeper().blocks(request.tenant())) {
      Why why = new Why("tenant-blocked", "x-tenant", request.tenant() + " is turned away");
      return new Balancer.Served(Reply.refused(403, why), Topology.BALANCER, "");
    }
    return parts.balancer().serve(visit, request, parts.desk(request.route()));
  }

  private static Reply signed(Balancer.Served served) {
    Reply reply = served.reply();
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put(INSTANCE_HEADER, served.instance());
    return new Reply(reply.status(), headers, reply.body(), reply.refusal());
  }

  @Override
  public void change(LeverValues levers) {
    // it has none: what can be changed is changed by operations, which take their time
  }

  @Override
  public void suffer(String fault, double intensity) {
    Cause cause = parts.causes().named(fault);
    parts.ledger().consequences().disturbed();
    if (cause.hurts()) {
      parts.ledger().incident().begin();
    }
    cause.begin(parts.scene(), new Size(intensity, parts.seconds().healthyMillis()));
  }

  @Override
  public void recover(String fault) {
    parts.ledger().consequences().disturbed();
    parts.causes().named(fault).end(parts.scene());
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    return parts.operations().act(action, arguments);
  }

  @Override
  public void mayAct(String action, Map<String, String> arguments) {
    parts.operations().may(action, arguments);
  }

  @Override
  public Map<String, Double> gauges() {
    return parts.instruments().gauges();
  }

  @Override
  public Map<String, Double> oracles() {
    Map<String, Double> oracles = new HashMap<>(parts.scene().warehouse().book().oracles());
    oracles.put("hurtCustomers", parts.instruments().hurtCustomers());
    return oracles;
  }

  @Override
  public Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException {
    return parts.sheets().read(sheet, parameters);
  }

  @Override
  public CallSource traffic(String kind, Map<String, String> parameters) {
    return parts.traffic().of(kind, parameters);
  }

  @Override
  public void close() {
    // everything that lasts belongs to the kit
  }
}
