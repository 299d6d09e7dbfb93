package dev.hotseat.scenario;

import dev.hotseat.load.Loop;
import dev.hotseat.load.Profile;
import dev.hotseat.scenario.Scenario.Dimension;
import dev.hotseat.scenario.Scenario.FaultRules;
import dev.hotseat.scenario.Scenario.Fidelity;
import dev.hotseat.scenario.Scenario.Milestone;
import dev.hotseat.scenario.Scenario.NamedProfile;
import dev.hotseat.scenario.Scenario.Objective;
import dev.hotseat.scenario.Scenario.ReviewPart;
import dev.hotseat.scenario.Scenario.SeededFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `scenario.yaml`.
final class ScenarioReader {
  private final Fields file;
  private final Desk desk;

  ScenarioReader(Fields file, Desk desk) {
    this.file = file;
    this.desk = desk;
  }

  String text(String key) {
    return file.text(key);
  }

  List<String> texts(String key) {
    return file.texts(key);
  }

  int minutes() {
    return (int) file.number("minutes", 0);
  }

  Map<String, String> levers() {
    return desk.levers(file, "levers");
  }

  List<Objective> objectives() {
    List<Fields> groups = file.groups("objectives", ScenarioShape.OBJECTIVE);
    desk.unique(groups, "name", "objective");
    return groups.stream().map(this::objective).toList();
  }

  private Objective objective(Fields each) {
    return new Objective(
        each.text("name"),
        each.text("text"),
        each.text("unit"),
        desk.number(each, "measured"),
        each.text("target"),
        desk.condition(each, "met"));
  }

  List<Dimension> dimensions() {
    List<Fields> groups = file.groups("dimensions", ScenarioShape.DIMENSION);
    desk.unique(groups, "name", "dimension");
    return groups.stream().map(this::dimension).toList();
  }

  private Dimension dimension(Fields each) {
    Map<Integer, String> anchors = new LinkedHashMap<>();
    each.group("anchors", ScenarioShape.ANCHORS)
        .ifPresent(found ->
            List.of("1", "3", "5")
                .forEach(level -> anchors.put(Integer.valueOf(level), found.text(level))));
    return new Dimension(
        each.text("name"),
        each.text("title"),
        anchors,
        points(each),
        (int) each.number("receipts", 1));
  }

  private List<Double> points(Fields each) {
    List<Double> points = new ArrayList<>();
    for (Node.Scalar scalar : each.scalars("points")) {
      double value = Amounts.number(scalar).orElse(0);
      if (!points.isEmpty() && value <= points.getLast()) {
        desk.notes()
            .error(
                scalar.place(),
                "points do not rise here",
                "more than " + Wording.number(points.getLast()));
      }
      points.add(value);
    }
    return points;
  }

  Fidelity fidelity() {
    return file.group("fidelity", ScenarioShape.FIDELITY)
        .map(each ->
            new Fidelity(each.texts("measured"), each.texts("realEngine"), each.texts("modelled")))
        .orElseGet(() -> new Fidelity(List.of(), List.of(), List.of()));
  }

  /// What customers send all the time, out of all profiles.
  @Nullable Profile traffic(List<NamedProfile> profiles) {
    Optional<Profile> found =
        profiles.stream()
            .filter(each -> each.name().equals(file.text("traffic")))
            .map(NamedProfile::plan)
            .findFirst();
    if (found.filter(each -> each.loop() instanceof Loop.Closed).isPresent()) {
      desk.notes()
          .error(
              file.place("traffic"),
              "customers do not wait for each other",
              "a profile whose loop is open");
    }
    return found.orElse(null);
  }

  FaultRules faults() {
    return file.group("faults", ScenarioShape.FAULT_RULES)
        .map(this::faults)
        .orElseGet(() -> new FaultRules(List.of(), Map.of()));
  }

  private FaultRules faults(Fields rules) {
    Map<String, List<SeededFault>> seeded = new LinkedHashMap<>();
    for (Node.Entry group : rules.entries("seeded")) {
      List<Fields> choices = rules.groups(group, ScenarioShape.SEEDED_FAULT);
      seeded.put(group.key().text(), choices.stream().map(this::seededFault).toList());
    }
    return new FaultRules(
        desk.knownAll(rules, "candidate", Topic.FAULT),
        seeded,
        intensities(rules, seeded),
        felt(rules),
        rules.flag("concealed"));
  }

  private Map<String, List<Double>> intensities(
      Fields rules, Map<String, List<SeededFault>> seeded) {
    Map<String, List<Double>> intensities = new LinkedHashMap<>();
    for (Node.Entry group : rules.entries("intensities")) {
      desk.check(group.key(), Topic.GROUP);
      List<Double> values = numbers(group);
      intensities.put(group.key().text(), values);
      for (SeededFault each : seeded.getOrDefault(group.key().text(), List.of())) {
        values.forEach(value -> desk.takes(each.fault(), value, group.key().place()));
      }
    }
    return intensities;
  }

  private Map<String, String> felt(Fields rules) {
    for (Node.Entry group : rules.entries("felt")) {
      desk.check(group.key(), Topic.GROUP);
      if (group.value() instanceof Node.Scalar reading) {
        ReadingWords.check(reading, desk, false);
      }
    }
    return rules.values("felt");
  }

  private SeededFault seededFault(Fields each) {
    String fault = desk.known(each, "fault", Topic.FAULT);
    return new SeededFault(
        fault,
        desk.intensityOr(each, fault),
        desk.known(each, "named", Topic.CONCEPT),
        desk.knownAll(each, "shown", Topic.INSTRUMENT),
        each.text("path"));
  }

  List<Milestone> milestones() {
    List<Fields> groups = file.groups("milestones", ScenarioShape.MILESTONE);
    desk.unique(groups, "name", "milestone");
    return groups.stream()
        .map(each ->
            new Milestone(each.text("name"), each.text("title"), desk.condition(each, "when")))
        .toList();
  }

  List<ReviewPart> review() {
    return file.groups("review", ScenarioShape.REVIEW_PART).stream()
        .map(
            each -> new ReviewPart(each.text("title"), desk.knownAll(each, "from", Topic.QUESTION)))
        .toList();
  }

  Map<String, List<Double>> facts() {
    Map<String, List<Double>> facts = new LinkedHashMap<>();
    for (Node.Entry entry : file.entries("facts")) {
      facts.put(entry.key().text(), numbers(entry));
    }
    return facts;
  }

  private static List<Double> numbers(Node.Entry entry) {
    List<Double> values = new ArrayList<>();
    if (entry.value() instanceof Node.Listing listing) {
      for (Node item : listing.items()) {
        if (item instanceof Node.Scalar scalar) {
          Amounts.number(scalar).ifPresent(values::add);
        }
      }
    }
    return values;
  }
}
