package dev.hotseat.scenario;

import dev.hotseat.live.Design;
import dev.hotseat.live.Lever;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The words that a scenario may use for things of its own and of its system.
///
/// @param system the live system, empty where the scenario names none that exists; then words for
///   its things are not checked
/// @param own names in the scenario's own files, by topic
/// @param usual usual values of the assumptions of the estimate being read; empty elsewhere
record Names(Optional<Design> system, Map<Topic, Set<String>> own, Map<String, Double> usual) {
  static final List<String> INSTRUMENTS =
      List.of("metrics", "traces", "trace", "logs", "sql", "runs", "compare", "sheet");

  /// The valid words of a topic; empty when nothing can be said about it.
  Optional<Collection<String>> valid(Topic topic) {
    return switch (topic) {
      case QUESTION,
          CONCEPT,
          PROFILE,
          CLARIFICATION,
          PHASE,
          ASSUMPTION,
          FACT,
          DIMENSION,
          GROUP,
          CHANGE,
          OBJECTIVE ->
          Optional.of(own.getOrDefault(topic, Set.of()));
      case INSTRUMENT -> Optional.of(instruments());
      case REASON -> Optional.empty();
      default -> system.map(design -> words(design, topic));
    };
  }

  /// Those that every system has, and the system's own.
  private List<String> instruments() {
    return Stream.concat(
            INSTRUMENTS.stream(),
            system.stream()
                .flatMap(design -> design.sheets().stream())
                .map(sheet -> "sheet " + sheet.name()))
        .toList();
  }

  Optional<Lever> lever(String name) {
    return system.flatMap(
        design -> design.levers().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  /// The same names with other assumptions.
  Names withAssumptions(Map<String, Double> assumptions) {
    Map<Topic, Set<String>> changed = new EnumMap<>(Topic.class);
    changed.putAll(own);
    changed.put(Topic.ASSUMPTION, new TreeSet<>(assumptions.keySet()));
    return new Names(system, changed, assumptions);
  }

  private static Collection<String> words(Design design, Topic topic) {
    return switch (topic) {
      case SUBJECT -> subjects(design, false);
      case RUN_SUBJECT -> subjects(design, true);
      case PART -> design.parts().stream().map(Design.Part::name).toList();
      case GAUGE -> design.gauges().stream().map(Design.Measure::name).toList();
      case ORACLE -> design.oracles().stream().map(Design.Measure::name).toList();
      case LEVER -> design.levers().stream().map(Lever::name).toList();
      case NUMBER_LEVER ->
          design.levers().stream()
              .filter(each -> each.type().equals("number"))
              .map(Lever::name)
              .toList();
      case FAULT -> design.faults().stream().map(each -> each.name()).toList();
      case ACTION -> design.actions().stream().map(Design.Action::name).toList();
      case TRAFFIC -> design.traffic().stream().map(Design.Traffic::name).toList();
      case REGION -> design.regions();
      default -> throw new IllegalArgumentException(topic + " is not of a system");
    };
  }

  private static Set<String> subjects(Design design, boolean ofRun) {
    Set<String> subjects = new TreeSet<>();
    design.operations().forEach(each -> regions(design, each.name(), subjects));
    design.hops().forEach(each -> subjects.add(each.name()));
    if (ofRun) {
      subjects.add("run");
      design.traffic().forEach(each -> regions(design, each.name(), subjects));
    }
    return subjects;
  }

  private static void regions(Design design, String operation, Set<String> into) {
    into.add(operation);
    design.regions().forEach(region -> into.add(operation + "@" + region));
  }
}
