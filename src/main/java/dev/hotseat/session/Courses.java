package dev.hotseat.session;

import dev.hotseat.live.Design;
import dev.hotseat.live.LiveSystems;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.session.SessionRefusal.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// The scenarios that can be run, each made ready once per version of its folder.
/*
 * A folder that is edited makes a new course, while sessions of the old one still listen with their
 * ear. An ear owns a thread, so all of them are kept and closed with the server: one per edit that
 * somebody opened a session on.
 */
final class Courses implements AutoCloseable {
  private final Function<String, Optional<Scenario>> scenarios;
  private final LiveSystems systems;
  private final Map<String, Course> ready = new ConcurrentHashMap<>();
  private final Queue<Course> made = new ConcurrentLinkedQueue<>();

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
                : made(scenario, design));
  }

  private Course made(Scenario scenario, Design design) {
    Course course = Course.of(scenario, design);
    made.add(course);
    return course;
  }

  @Override
  public void close() {
    made.forEach(each -> each.ear().close());
  }
}
