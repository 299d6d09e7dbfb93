package dev.hotseat.live.orders;

import static dev.hotseat.live.orders.Words.DOWNSTREAM;
import static dev.hotseat.live.orders.Words.number;
import static dev.hotseat.live.orders.Words.text;

import dev.hotseat.live.Design.Action;
import dev.hotseat.live.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What can be done about calls: those we make, and those we take.
final class CallOperations {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Config config;
  private final Doorkeeper doorkeeper;

  CallOperations(Scene scene, Doorkeeper doorkeeper) {
    this.config = scene.config();
    this.doorkeeper = doorkeeper;
  }

  static List<Action> actions() {
    Setting timeout = Setting.PRICING_TIMEOUT;
    return List.of(
        new Action(
            "set-timeout",
            "Wait so long for an answer of a downstream and no longer; 0 for ever",
            SOON,
            List.of(
                Words.downstream(),
                Parameter.number("millis", "how long", timeout.min(), timeout.max(), "ms"))),
        new Action(
            "set-breaker",
            "Stop asking a downstream while it mostly fails",
            SOON,
            List.of(Words.downstream(), Words.state())),
        new Action(
            "hedge",
            "Ask a downstream a second time when the first answer is later than usual",
            SOON,
            List.of(Words.downstream(), Words.state())),
        new Action(
            "set-retry-budget",
            "Let retries be so many percent of first tries at most",
            SOON,
            List.of(
                Parameter.number(
                    "percent",
                    "of first tries",
                    Setting.RETRY_BUDGET.min(),
                    Setting.RETRY_BUDGET.max(),
                    "%"))),
        new Action(
            "shed-load",
            "Turn calls away where a line is longer than this; 0 for never",
            SOON,
            List.of(
                Parameter.number(
                    "at",
                    "length of the line, of an instance or a downstream",
                    Setting.SHED_AT.min(),
                    Setting.SHED_AT.max(),
                    "calls"))),
        new Action(
            "block-tenant",
            "Turn away all calls of a tenant",
            Duration.ofSeconds(2),
            List.of(Words.tenant())),
        new Action(
            "unblock-tenant",
            "Let a tenant's calls in again",
            Duration.ofSeconds(2),
            List.of(Words.tenant())),
        new Action(
            "freeze-writes",
            "Take no orders for the time being",
            Duration.ofSeconds(2),
            List.of(Words.state())));
  }

  Map<String, Act> acts() {
    return Map.of(
        "set-timeout",
            with ->
                set(
                    of(with, Setting.PRICING_TIMEOUT, Setting.PAYMENTS_TIMEOUT),
                    number(with, "millis")),
        "set-breaker",
            with -> turn(of(with, Setting.PRICING_BREAKER, Setting.PAYMENTS_BREAKER), with),
        "hedge", with -> turn(of(with, Setting.PRICING_HEDGE, Setting.PAYMENTS_HEDGE), with),
        "set-retry-budget", with -> set(Setting.RETRY_BUDGET, number(with, "percent")),
        "shed-load", with -> set(Setting.SHED_AT, number(with, "at")),
        "block-tenant", with -> block(text(with, Words.TENANT), true),
        "unblock-tenant", with -> block(text(with, Words.TENANT), false),
        "freeze-writes", with -> turn(Setting.WRITES_FROZEN, with));
  }

  private static Setting of(Map<String, String> with, Setting pricing, Setting payments) {
    return text(with, DOWNSTREAM).equals(Topology.PRICING) ? pricing : payments;
  }

  private String turn(Setting setting, Map<String, String> with) {
    return set(setting, Words.on(with) ? 1 : 0);
  }

  private String set(Setting setting, long value) {
    long before = config.set(setting, value, Operations.ON_CALL, "");
    return "%s was %s and is %s."
        .formatted(setting.key(), setting.written(before), setting.written(value));
  }

  private String block(String tenant, boolean blocked) {
    doorkeeper.block(tenant, blocked);
    return "Calls of " + tenant + (blocked ? " are turned away." : " are let in.");
  }
}
