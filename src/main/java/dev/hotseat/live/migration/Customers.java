package dev.hotseat.live.migration;

import dev.hotseat.exchange.CallSource;
import dev.hotseat.exchange.Refusal;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Kit;
import dev.hotseat.live.LeverValues;
import dev.hotseat.live.Listing;
import dev.hotseat.live.Service;
import dev.hotseat.live.Visit;
import java.util.Map;
import java.util.Optional;

/// The customers service: routes calls to what serves them, and hands levers, faults and actions to
/// what they concern.
///
/// One request reads one set of [Choices] from beginning to end; a lever change concerns the
/// requests that start after it.
final class Customers implements Service {
  private static final double PER_CENT = 100;

  private final Assembly parts;

  Customers(Kit kit) {
    this.parts = new Assembly(kit);
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
          Map.of("Allow", route.allowed()),
          "",
          new Why("method-not-allowed", "method", "Expected one of " + route.allowed()));
    }
    if (!parts.opening().isOpen()) {
      return Reply.refused(
          503, new Why("opening", "store", "The customers are still being put in"));
    }
    return parts.front().serve(visit, route);
  }

  @Override
  public void change(LeverValues levers) {
    parts.change(levers);
  }

  @Override
  public void suffer(String fault, double intensity) {
    parts.disturbance().begin(fault, intensity);
    switch (fault) {
      case "long-report" -> parts.report().begin(intensity);
      case Killer.FAULT -> parts.killer().rearm();
      case "rollback-ordered" -> parts.operations().ordered();
      case "backfill-dies" -> parts.tools().backfill().dieAt(intensity / PER_CENT);
      default -> {
        // the others are asked for where they bite
      }
    }
  }

  @Override
  public void recover(String fault) {
    parts.disturbance().end(fault);
    switch (fault) {
      case "long-report" -> parts.report().end();
      case "backfill-dies" -> parts.tools().backfill().dieNever();
      default -> {
        // nothing of the others remains
      }
    }
  }

  @Override
  public String act(String action, Map<String, String> arguments) throws InterruptedException {
    if (!parts.opening().isOpen()) {
      throw new Refusal("action", "a table with all its customers", "one that is being filled");
    }
    return parts.operations().act(action, arguments);
  }

  @Override
  public Listing sheet(String sheet, Map<String, String> parameters) throws InterruptedException {
    Optional<Listing> ours = parts.reports().sheet(sheet);
    return ours.isPresent() ? ours.get() : parts.pages().sheet(sheet).orElseThrow();
  }

  @Override
  public Map<String, Double> gauges() {
    return parts.instruments().gauges();
  }

  @Override
  public Map<String, Double> oracles() {
    return parts.findings().oracles();
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
