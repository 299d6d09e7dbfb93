package dev.hotseat.scenario;

import dev.hotseat.live.Design;
import dev.hotseat.load.Profile;
import dev.hotseat.scenario.Scenario.NamedProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes a scenario of a folder, or says everything that stands against it.
final class ScenarioLoader {
  private final Map<String, Design> systems;
  private final Language language;

  ScenarioLoader(Map<String, Design> systems, Language language) {
    this.systems = systems;
    this.language = language;
  }

  /// What came of reading a folder.
  ///
  /// @param scenario absent when there are errors
  /// @param problems errors and warnings, in the order of files and lines
  /// @param keysRead keys that were asked for, as `form.key`
  record Loaded(Optional<Scenario> scenario, List<Problem> problems, Set<String> keysRead) {}

  /*
   * Four steps, each for the whole folder, so that one reading reports everything: the files are
   * parsed; held against their shapes; their names collected; then read, with every word checked
   * against the names and the system. Nothing is thrown for what an author got wrong.
   */
  Loaded load(Folder folder) {
    Notes notes = new Notes();
    Fields scenario = file(folder, Folder.SCENARIO, ScenarioShape.FILE, notes);
    Fields load = file(folder, Folder.LOAD, LoadShape.FILE, notes);
    Fields interview = file(folder, Folder.INTERVIEW, InterviewShape.FILE, notes);
    Fields hearing = file(folder, Folder.HEARING, HearingShape.FILE, notes);
    Desk desk = new Desk(language, names(scenario, load, interview, hearing, notes), notes);

    named(scenario, folder.name(), notes);
    ScenarioReader reader = new ScenarioReader(scenario, desk);
    Script script = new ScriptReader(interview, desk).script();
    Scenario.FaultRules faults = reader.faults();
    HearingReader heard = new HearingReader(hearing, desk);
    List<NamedProfile> profiles = new LoadReader(load, desk).profiles();
    Profile traffic = reader.traffic(profiles);
    List<Scenario.Dimension> dimensions = reader.dimensions();
    List<Scenario.Clarification> clarifications = heard.clarifications();
    Scenario found =
        new Scenario(
            reader.text("name"),
            reader.text("title"),
            reader.text("system"),
            reader.minutes(),
            reader.texts("teaches"),
            reader.text("brief"),
            reader.objectives(),
            dimensions,
            reader.fidelity(),
            reader.texts("strong"),
            reader.text("likelihood"),
            reader.levers(),
            profiles.stream().filter(each -> each.plan() != traffic).toList(),
            traffic,
            faults,
            reader.facts(),
            reader.milestones(),
            reader.review(),
            script,
            heard.concepts(),
            clarifications,
            rehearsals(folder, desk, script, faults),
            demonstrations(folder, desk),
            folder.digest());
    new ScriptCheck(found, notes).check(scenario, interview);
    Optional<Scenario> sound = notes.hasErrors() ? Optional.empty() : Optional.of(found);
    return new Loaded(sound, notes.problems(), notes.keysRead());
  }

  private static Fields file(Folder folder, String file, Shape.Form form, Notes notes) {
    Optional<Node> document = folder.document(file, notes);
    document.ifPresent(each -> new ShapeCheck(notes).check(each, form, file));
    Node node = document.orElseGet(() -> new Node.Mapping(Place.startOf(file), Map.of()));
    return new Fields(node, form, notes);
  }

  private Names names(Fields scenario, Fields load, Fields interview, Fields hearing, Notes notes) {
    Map<Topic, Set<String>> own = new EnumMap<>(Topic.class);
    List<Fields> questions = interview.groups("questions", InterviewShape.QUESTION);
    own.put(Topic.QUESTION, words(questions, "id"));
    own.put(Topic.OBJECTIVE, words(scenario.groups("objectives", ScenarioShape.OBJECTIVE), "name"));
    own.put(Topic.CHANGE, words(interview.groups("changes", InterviewShape.CHANGE), "id"));
    own.put(Topic.PHASE, words(interview.groups("phases", InterviewShape.PHASE), "id"));
    Set<String> profiles = words(load.groups("profiles", LoadShape.PROFILE), "name");
    standing(scenario, profiles, notes);
    own.put(Topic.PROFILE, profiles);
    own.put(Topic.CONCEPT, words(hearing.groups("concepts", HearingShape.CONCEPT), "id"));
    own.put(
        Topic.CLARIFICATION,
        words(hearing.groups("clarifications", HearingShape.CLARIFICATION), "id"));
    own.put(Topic.DIMENSION, words(scenario.groups("dimensions", ScenarioShape.DIMENSION), "name"));
    own.put(Topic.FACT, keys(scenario.entries("facts")));
    own.put(
        Topic.GROUP,
        scenario
            .group("faults", ScenarioShape.FAULT_RULES)
            .map(each -> keys(each.entries("seeded")))
            .orElse(Set.of()));
    Set<String> assumptions = new TreeSet<>();
    for (Fields question : questions) {
      question
          .group("estimate", InterviewShape.ESTIMATE)
          .ifPresent(each ->
              assumptions.addAll(
                  words(each.groups("assumptions", InterviewShape.ASSUMPTION), "name")));
    }
    own.put(Topic.ASSUMPTION, assumptions);
    return new Names(system(scenario, notes), own, Map.of());
  }

  /// What customers send all the time is no profile for anything else.
  private static void standing(Fields scenario, Set<String> profiles, Notes notes) {
    scenario
        .scalar("traffic")
        .filter(each -> !profiles.contains(each.text()))
        .ifPresent(each ->
            notes.unknown(each.place(), Topic.PROFILE.words(), each.text(), Set.copyOf(profiles)));
    profiles.remove(scenario.text("traffic"));
  }

  private Optional<Design> system(Fields scenario, Notes notes) {
    String name = scenario.text("system");
    Optional<Design> system = Optional.ofNullable(systems.get(name));
    if (system.isEmpty() && !name.isEmpty()) {
      notes.unknown(scenario.place("system"), "system", name, systems.keySet());
    }
    return system;
  }

  private static Set<String> words(List<Fields> groups, String key) {
    Set<String> words = new TreeSet<>();
    groups.forEach(each -> words.add(each.text(key)));
    words.remove("");
    return words;
  }

  private static Set<String> keys(List<Node.Entry> entries) {
    Set<String> keys = new TreeSet<>();
    entries.forEach(each -> keys.add(each.key().text()));
    return keys;
  }

  private static void named(Fields scenario, String folder, Notes notes) {
    if (scenario.has("name") && !scenario.text("name").equals(folder)) {
      notes.error(scenario.place("name"), "the name differs from the folder's", folder, folder);
    }
  }

  private static List<Rehearsal> rehearsals(
      Folder folder, Desk desk, Script script, Scenario.FaultRules faults) {
    List<Rehearsal> found = new ArrayList<>();
    for (String file : folder.under(Folder.REHEARSALS)) {
      Fields fields = file(folder, file, PlayShape.REHEARSAL, desk.notes());
      found.addAll(new RehearsalReader(fields, desk, script, faults).rehearsals(file));
    }
    return found;
  }

  private static List<Demonstration> demonstrations(Folder folder, Desk desk) {
    List<Demonstration> found = new ArrayList<>();
    for (String file : folder.under(Folder.DEMONSTRATIONS)) {
      Fields fields = file(folder, file, PlayShape.DEMONSTRATION, desk.notes());
      found.add(new DemonstrationReader(fields, desk).demonstration(file));
    }
    return found;
  }
}
