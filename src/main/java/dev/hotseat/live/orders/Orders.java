package dev.hotseat.live.orders;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.HashMap;
import java.util.Map;

/// The orders service: leads calls through the balancer to an instance, writes down how they ended,
/// and hands faults and operations to what they concern.
final class Orders implements Service {
  private static final String INSTANCE_HEADER = "X-Instance";

  private final Kit kit;
  private final Assembly parts;

  Orders(Kit kit, Pace pace) {
    this.kit = kit;
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
    Balancer.Served served = parts.balancer().serve(visit, request, parts.desk(route));
    note(visit, request, served);
    return signed(served);
  }

  private void note(Visit visit, Request request, Balancer.Served served) {
    long now = kit.world().ticks().nanos();
    boolean failed = served.reply().failed();
    if (!failed && !visit.call().abandonedAt(now)) {
      parts.seconds().wentWell();
    }
    parts
        .breakdown()
        .note(
            request.route().operation(),
            served.instance(),
            served.zone(),
            request.tenant(),
            now - visit.call().dueNanos(),
            failed);
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
    parts.causes().named(fault).begin(parts.scene(), intensity);
  }

  @Override
  public void recover(String fault) {
    parts.causes().named(fault).end(parts.scene());
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    throw new IllegalArgumentException("no such action: " + action);
  }

  @Override
  public Map<String, Double> gauges() {
    return parts.seconds().gauges();
  }

  @Override
  public Map<String, Double> oracles() {
    return Map.of();
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
