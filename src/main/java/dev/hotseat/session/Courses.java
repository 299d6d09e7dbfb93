package dev.hotseat.session;

import dev.hotseat.live.Design;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.session.SessionRefusal.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The scenarios that can be run, each made ready once per version of its folder.
final class Courses {
  private final Function<String, Optional<Scenario>> scenarios;
  private final LiveSystems systems;
  private final Map<String, Course> ready = new ConcurrentHashMap<>();

  Courses(Function<String, Optional<Scenario>> scenarios, LiveSystems systems) {
    this.scenarios = scenarios;
    this.systems = systems;
  }

  /// @throws SessionRefusal `NO_SUCH_SCENARIO`
  Course course(String name) {
    Scenario scenario =
        scenarios
            .apply(name)
            .orElseThrow(() ->
                new SessionRefusal(Kind.NO_SUCH_SCENARIO, "There is no scenario " + name + "."));
    Design design =
        systems
            .design(scenario.system())
            .orElseThrow(() ->
                new SessionRefusal(
                    Kind.NO_SUCH_SCENARIO,
                    "Scenario " + name + " needs a system " + scenario.system() + "."));
    return ready.compute(
        name,
        (_, last) ->
            last != null && last.scenario().digest().equals(scenario.digest())
                ? last
                : Course.of(scenario, design));
  }
}
