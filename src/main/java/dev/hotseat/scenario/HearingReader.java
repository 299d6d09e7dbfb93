package dev.hotseat.scenario;

import dev.hotseat.phrase.ConceptPattern;
import dev.hotseat.scenario.Scenario.Clarification;
import dev.hotseat.scenario.Scenario.Concept;
import java.util.List;

/// Reads `hearing.yaml`.
final class HearingReader {
  private final Fields file;
  private final Desk desk;

  HearingReader(Fields file, Desk desk) {
    this.file = file;
    this.desk = desk;
  }

  List<Concept> concepts() {
    List<Fields> groups = file.groups("concepts", HearingShape.CONCEPT);
    desk.unique(groups, "id", "concept");
    return groups.stream().map(this::concept).toList();
  }

  private Concept concept(Fields each) {
    return new Concept(
        each.text("id"),
        each.text("title"),
        patterns(each, "hear"),
        patterns(each, "unless"),
        patterns(each, "because"));
  }

  List<Clarification> clarifications() {
    List<Fields> groups = file.groups("clarifications", HearingShape.CLARIFICATION);
    desk.unique(groups, "id", "clarification");
    return groups.stream().map(this::clarification).toList();
  }

  private Clarification clarification(Fields each) {
    String dimension =
        each.has("dimension") ? desk.known(each, "dimension", Topic.DIMENSION) : "framing";
    if (!each.has("dimension")) {
      framingExists(each);
    }
    return new Clarification(
        each.text("id"),
        patterns(each, "asks"),
        desk.template(each, "answer"),
        dimension,
        each.number("points", 1));
  }

  private void framingExists(Fields each) {
    boolean known =
        desk.names().valid(Topic.DIMENSION).map(all -> all.contains("framing")).orElse(true);
    if (!known) {
      desk.notes()
          .error(
              each.place(),
              "no dimension is called 'framing', which clarifications help unless they say another",
              "dimension: one of the rubric");
    }
  }

  private List<String> patterns(Fields each, String key) {
    for (Node.Scalar pattern : each.scalars(key)) {
      ConceptPattern.check(pattern.text())
          .ifPresent(error ->
              desk.notes()
                  .error(pattern.at(error.column() - 1), error.message(), error.expected()));
    }
    return each.texts(key);
  }
}
