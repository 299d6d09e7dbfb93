package dev.hotseat.scenario;

import static dev.hotseat.scenario.Shape.must;

import dev.hotseat.scenario.Shape.Code;
import dev.hotseat.scenario.Shape.Flag;
import dev.hotseat.scenario.Shape.Form;
import dev.hotseat.scenario.Shape.Formed;
import dev.hotseat.scenario.Shape.Many;
import dev.hotseat.scenario.Shape.Num;
import dev.hotseat.scenario.Shape.Plain;
import dev.hotseat.scenario.Shape.Prose;
import dev.hotseat.scenario.Shape.Span;
import dev.hotseat.scenario.Shape.Table;
import dev.hotseat.scenario.Shape.Word;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// The words that the shapes of all files share.
final class Shapes {
  static final Prose LINE = new Prose(300);
  static final Prose PARAGRAPH = new Prose(2_000);
  static final Prose PAGE = new Prose(20_000);
  static final Formed NAME =
      new Formed(
          Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*"), "a name in kebab case, such as hot-link");
  static final Formed SYMBOL =
      new Formed(
          Pattern.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*"), "a name such as peakToAverage");
  static final Formed INSTRUMENT =
      new Formed(
          Pattern.compile("[a-z]+( [a-z0-9]+(-[a-z0-9]+)*)?"),
          "an instrument such as metrics, or a sheet such as 'sheet locks'");
  static final Plain VALUE = new Plain();
  static final Code CONDITION = new Code(false);
  static final Code NUMBER = new Code(true);
  static final Num POINTS = new Num(0.5, 5, false);
  static final Num ANY_NUMBER = new Num(-Double.MAX_VALUE, Double.MAX_VALUE, false);
  static final Num POSITIVE = new Num(0, 1e18, false);
  static final Flag FLAG = new Flag();
  static final Span WAIT = new Span(Duration.ZERO, Duration.ofHours(3));
  static final Num MINUTES = new Num(0.5, 240, false);

  private Shapes() {}

  static Many some(Shape of) {
    return new Many(of, 0, 500);
  }

  static Many atLeast(int min, Shape of) {
    return new Many(of, min, 500);
  }

  static Table table(String keyed, Shape of) {
    return new Table(keyed, of);
  }

  static Word word(String... words) {
    return new Word(List.of(words));
  }

  /// What something is worth in the rubric.
  static final Form AWARD =
      new Form(
          "award",
          "Evidence for a dimension of the rubric.",
          must(
              "signal",
              word("strong", "weak", "disqualifier"),
              "strong adds points, weak takes them off, a disqualifier is reported on its own"),
          must("dimension", NAME, "a dimension of scenario.yaml"),
          must("points", POINTS, "how much it weighs"),
          must("text", LINE, "what it shows, one sentence for the report"));
}
