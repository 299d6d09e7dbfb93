package dev.hotseat.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.scenario.Scenario;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a table of what must be heard.
///
/// @param subject the concept, the fact, or a number of concepts
/// @param text the line itself
record Claim(Kind kind, String subject, String said, String text) {
  /// What is claimed, and how it is written.
  enum Kind {
    AT_LEAST("at least (\\d+) concepts()"),
    NOTHING("nothing() : (.+)"),
    REASONED("\\+([a-z0-9-]+), reasoned : (.+)"),
    ONLY_NAMED("\\+([a-z0-9-]+), only named : (.+)"),
    CREDITED("\\+([a-z0-9-]+) : (.+)"),
    DENIED("-([a-z0-9-]+) : (.+)"),
    NOT_CREDITED("!([a-z0-9-]+) : (.+)"),
    FACT("\\?([a-z0-9-]+) : (.+)");

    private final Pattern form;

    Kind(String form) {
      this.form = Pattern.compile(form);
    }
  }

  static Claim of(String line) {
    for (Kind kind : Kind.values()) {
      Matcher found = kind.form.matcher(line);
      if (found.matches()) {
        return new Claim(kind, found.group(1), found.group(2).replace("\\n", "\n"), line);
      }
    }
    throw new AssertionError("not a line of such a table: " + line);
  }

  /// Listens to it, and fails where it is not heard so.
  void check(ScenarioEar ear) {
    Heard heard = ear.hear(said);
    var credited = ScenarioEar.concepts(heard.credited());
    switch (kind) {
      case AT_LEAST ->
          assertThat(ear.scenario().concepts())
              .hasSizeGreaterThanOrEqualTo(Integer.parseInt(subject));
      case NOTHING -> assertThat(credited).isEmpty();
      case CREDITED -> assertThat(credited).contains(subject);
      case NOT_CREDITED -> assertThat(credited).doesNotContain(subject);
      case FACT -> assertThat(heard.clarifications()).contains(subject);
      case DENIED -> {
        assertThat(ScenarioEar.concepts(heard.denied())).contains(subject);
        assertThat(credited).doesNotContain(subject);
      }
      case REASONED, ONLY_NAMED -> {
        assertThat(credited).contains(subject);
        assertThat(isReasoned(heard)).isEqualTo(kind == Kind.REASONED);
      }
    }
  }

  private boolean isReasoned(Heard heard) {
    return heard.credited().stream()
        .anyMatch(each -> each.concept().equals(subject) && each.reasoned());
  }

  /// Otherwise a slip in a table would be a claim that nothing can break.
  boolean speaksOfWhatIsThere(Scenario scenario) {
    return switch (kind) {
      case AT_LEAST, NOTHING -> true;
      case FACT -> scenario.clarifications().stream().anyMatch(each -> each.id().equals(subject));
      case CREDITED, NOT_CREDITED, DENIED, REASONED, ONLY_NAMED ->
          scenario.concepts().stream().anyMatch(each -> each.id().equals(subject));
    };
  }
}
