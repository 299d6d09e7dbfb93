package dev.hotseat.live.orders;

import dev.hotseat.live.Parameter;
import java.util.List;
import java.util.Map;

/// Parameters that several actions are told, and how they are read.
final class Words {
  static final String INSTANCE = "instance";
  static final String DOWNSTREAM = "downstream";
  static final String STATE = "state";
  static final String SIZE = "size";
  static final String TENANT = "tenant";

  private Words() {}

  static Parameter instance(String meaning) {
    return Parameter.text(INSTANCE, meaning + ", such as orders.2", 20);
  }

  static Parameter downstream() {
    return Parameter.choice(
        DOWNSTREAM, "whose calls", List.of(Topology.PRICING, Topology.PAYMENTS));
  }

  static Parameter state() {
    return Parameter.onOff(STATE, "on or off from now on");
  }

  static Parameter tenant() {
    return Parameter.choice(TENANT, "whose customers", Request.TENANTS);
  }

  static Parameter size(Setting setting) {
    return Parameter.number(SIZE, "how many", setting.min(), setting.max(), setting.unit());
  }

  static String text(Map<String, String> with, String name) {
    return with.getOrDefault(name, "");
  }

  static long number(Map<String, String> with, String name) {
    return Long.parseLong(text(with, name));
  }

  static boolean on(Map<String, String> with) {
    return text(with, STATE).equals("on");
  }
}
