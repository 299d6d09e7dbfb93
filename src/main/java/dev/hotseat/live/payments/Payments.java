package dev.hotseat.live.payments;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.Map;

/// The payments API: routes calls to what serves them, and hands levers and faults to what they
/// concern.
///
/// One request reads one set of [Choices] from beginning to end; a lever change concerns the
/// requests that start after it.
final class Payments implements Service {
  private final Kit kit;
  private final Assembly parts;
  private volatile Choices choices;

  Payments(Kit kit, Pace pace) {
    this.kit = kit;
    this.choices = Choices.of(LeverValues.initial(PaymentsLevers.levers()));
    this.parts = new Assembly(kit, pace, () -> choices);
  }

  void start() {
    parts.start();
  }

  @Override
  public String operation(Visit visit) {
    return Route.of(visit.call()).operation();
  }

  @Override
  public Reply serve(Visit visit) throws InterruptedException {
    Route route = Route.of(visit.call());
    if (!route.allows(visit.call().method())) {
      return new Reply(
          405,
          Map.of("Allow", route.method()),
          "",
          new Why("method-not-allowed", "method", "Expected " + route.method()));
    }
    Choices now = choices;
    return switch (route.operation()) {
      case "pay", "refund" -> parts.front().pay(visit, now);
      case "webhook" ->
          parts.edge().fromProvider(visit, now, api -> parts.webhooks().hear(visit, api, now));
      case "purchase" -> parts.phones().purchase(visit, route.subject(), now);
      case "payment" -> parts.views().payment(visit, now, route.subject());
      case "ledger" -> parts.views().ledger(visit, now);
      case "charges" -> parts.views().charges(visit);
      default -> parts.backOffice().serve(visit, route);
    };
  }

  @Override
  public void change(LeverValues levers) {
    Choices next = Choices.of(levers);
    kit.resize("store", next.poolSize());
    parts.courier().subscribe(next.webhooks() != Choices.Webhooks.IGNORED);
    boolean sameRules = next.sameRulesForKeys(choices);
    choices = next;
    if (!sameRules) {
      parts.phones().bought().forget();
    }
  }

  @Override
  public void suffer(String fault, double intensity) {
    parts.disturbance().begin(fault, intensity);
    switch (fault) {
      case "clock-forward" -> parts.clock().forward(intensity);
      case "clock-skew" -> parts.clock().skew(intensity);
      case "kill-after-claim", "kill-after-charge", "kill-in-commit", "kill-after-commit" ->
          parts.killer().rearm();
      default -> {
        // the others are asked for where they bite
      }
    }
  }

  @Override
  public void recover(String fault) {
    parts.disturbance().end(fault);
    switch (fault) {
      case "clock-forward" -> parts.clock().forward(0);
      case "clock-skew" -> parts.clock().skew(0);
      default -> {
        // nothing of the others remains
      }
    }
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    return parts.operations().act(action, arguments, choices);
  }

  @Override
  public Map<String, Double> gauges() {
    return parts.instruments().gauges();
  }

  @Override
  public Map<String, Double> oracles() {
    return parts.truth().oracles();
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
