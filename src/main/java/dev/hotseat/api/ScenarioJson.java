package dev.hotseat.api;

import dev.hotseat.live.Design;
import dev.hotseat.live.Lever;
import dev.hotseat.load.Flow;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios.Found;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A scenario as everybody may read it: the task and the tools, never the script.
///
/// @param faults those that the candidate may start
/// @param actions of the person on call
/// @param sheets instruments that only this system has
@Serdeable
record ScenarioJson(
    String name,
    String title,
    String system,
    int minutes,
    List<String> teaches,
    String brief,
    List<LeverJson> levers,
    List<ProfileJson> profiles,
    List<ObjectiveJson> objectives,
    List<DimensionJson> dimensions,
    FidelityJson fidelity,
    List<OperationJson> operations,
    List<String> regions,
    List<PartJson> parts,
    List<HopJson> hops,
    List<TrafficJson> traffic,
    List<MeasureJson> gauges,
    List<MeasureJson> oracles,
    List<String> faults,
    List<String> actions,
    List<String> sheets) {

  /// A lever with the value that a new session starts with.
  @Serdeable
  record LeverJson(
      String name, String type, List<String> allowed, String initial, String meaning) {}

  /// A load profile.
  ///
  /// @param traffic what it sends, as run results list it, such as `redirect@eu`; most of it first
  @Serdeable
  record ProfileJson(
      String name, String title, String note, double seconds, List<String> traffic) {}

  @Serdeable
  record ObjectiveJson(String name, String text, String unit, String target) {}

  /// A rubric dimension with what its levels 1, 3 and 5 look like.
  @Serdeable
  record DimensionJson(String name, String title, Map<String, String> anchors) {}

  @Serdeable
  record FidelityJson(List<String> measured, List<String> realEngine, List<String> modelled) {}

  /// What a client can ask the live system for.
  @Serdeable
  record OperationJson(
      String name, String meaning, String method, String path, String sampleBody) {}

  /// A part of the live system.
  ///
  /// @param slots how much it does at once, 0 where that is not bounded
  @Serdeable
  record PartJson(String name, String kind, int slots) {}

  /// A call from one part to another; its readings are under `name`.
  @Serdeable
  record HopJson(String name, String from, String to) {}

  /// A kind of calls that a load mix can name.
  @Serdeable
  record TrafficJson(String name, String meaning) {}

  /// A declared number, read as `gauge/name` or `oracle/name`.
  @Serdeable
  record MeasureJson(String name, String unit, String meaning) {}

  /// A line of the catalogue.
  ///
  /// @param playable false where the folder has errors
  @Serdeable
  record Line(String name, String title, int minutes, List<String> teaches, boolean playable) {
    static Line of(Found found) {
      return switch (found) {
        case Found.Sound(Scenario scenario, _) ->
            new Line(
                scenario.name(), scenario.title(), scenario.minutes(), scenario.teaches(), true);
        case Found.Broken(String name, _) -> new Line(name, name, 0, List.of(), false);
      };
    }
  }

  @Serdeable
  record Catalogue(List<Line> scenarios) {}

  static ScenarioJson of(Scenario scenario, Design design) {
    return new ScenarioJson(
        scenario.name(),
        scenario.title(),
        scenario.system(),
        scenario.minutes(),
        scenario.teaches(),
        scenario.brief(),
        design.levers().stream().map(lever -> lever(lever, scenario)).toList(),
        scenario.profiles().stream().map(ScenarioJson::profile).toList(),
        scenario.objectives().stream()
            .map(each -> new ObjectiveJson(each.name(), each.text(), each.unit(), each.target()))
            .toList(),
        scenario.dimensions().stream().map(ScenarioJson::dimension).toList(),
        new FidelityJson(
            scenario.fidelity().measured(),
            scenario.fidelity().realEngine(),
            scenario.fidelity().modelled()),
        design.operations().stream().map(ScenarioJson::operation).toList(),
        design.regions(),
        design.parts().stream().map(ScenarioJson::part).toList(),
        design.hops().stream().map(hop -> new HopJson(hop.name(), hop.from(), hop.to())).toList(),
        design.traffic().stream()
            .map(each -> new TrafficJson(each.name(), each.meaning()))
            .toList(),
        measures(design.gauges()),
        measures(design.oracles()),
        scenario.faults().candidate(),
        design.actions().stream().map(Design.Action::name).toList(),
        design.sheets().stream().map(Design.Sheet::name).toList());
  }

  private static PartJson part(Design.Part part) {
    return new PartJson(part.name(), part.kind().name().toLowerCase(Locale.ROOT), part.slots());
  }

  private static List<MeasureJson> measures(List<Design.Measure> measures) {
    return measures.stream()
        .map(each -> new MeasureJson(each.name(), each.unit(), each.meaning()))
        .toList();
  }

  private static LeverJson lever(Lever lever, Scenario scenario) {
    return new LeverJson(
        lever.name(),
        lever.type(),
        lever.allowed(),
        scenario.startLevers().getOrDefault(lever.name(), lever.initial()),
        lever.meaning());
  }

  private static ProfileJson profile(Scenario.NamedProfile profile) {
    return new ProfileJson(
        profile.name(),
        profile.title(),
        profile.note(),
        profile.plan().loop().duration().toMillis() / 1000.0,
        profile.plan().mix().stream()
            .sorted(Comparator.comparingDouble(Flow::weight).reversed())
            .map(Flow::traffic)
            .distinct()
            .toList());
  }

  private static DimensionJson dimension(Scenario.Dimension dimension) {
    Map<String, String> anchors = new java.util.TreeMap<>();
    dimension.anchors().forEach((level, text) -> anchors.put(Integer.toString(level), text));
    return new DimensionJson(dimension.name(), dimension.title(), anchors);
  }

  private static OperationJson operation(Design.Operation operation) {
    return new OperationJson(
        operation.name(),
        operation.meaning(),
        operation.method(),
        operation.path(),
        operation.sampleBody());
  }
}
