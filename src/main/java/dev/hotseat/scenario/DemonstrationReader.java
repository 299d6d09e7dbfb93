package dev.hotseat.scenario;

import dev.hotseat.scenario.Demonstration.Act;
import dev.hotseat.scenario.Demonstration.Ask;
import dev.hotseat.scenario.Demonstration.Choice;
import dev.hotseat.scenario.Demonstration.Deed;
import dev.hotseat.scenario.Demonstration.Mishap;
import dev.hotseat.scenario.Demonstration.More;
import dev.hotseat.scenario.Demonstration.Side;
import dev.hotseat.scenario.Demonstration.Take;
import dev.hotseat.scenario.Demonstration.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Reads a file of `demonstrations/`.
final class DemonstrationReader {
  private final Fields file;
  private final Desk desk;

  DemonstrationReader(Fields file, Desk desk) {
    this.file = file;
    this.desk = desk;
  }

  Demonstration demonstration(String fileName) {
    desk.named(file, fileName);
    return new Demonstration(
        file.text("name"),
        file.text("title"),
        file.text("teaches"),
        file.text("setting"),
        side("without"),
        side("with"),
        file.groups("first", PlayShape.ACT).stream().map(this::act).toList(),
        desk.known(file, "profile", Topic.PROFILE),
        file.number("seconds", 1),
        file.flag("inTurn"),
        file.groups("faults", PlayShape.MISHAP).stream().map(this::mishap).toList(),
        watches(),
        file.group("ask", PlayShape.ASK).map(this::ask).orElseGet(() -> new Ask("", List.of(), "")),
        file.text("explanation"));
  }

  private Side side(String key) {
    return file.group(key, PlayShape.SIDE)
        .map(each ->
            new Side(
                each.text("title"),
                desk.levers(each, "levers"),
                each.groups("acts", PlayShape.DEED).stream().map(this::deed).toList()))
        .orElseGet(() -> new Side("", Map.of(), List.of()));
  }

  private Deed deed(Fields each) {
    return new Deed(act(each), beforeTheEnd(each, "the action"));
  }

  private Act act(Fields each) {
    Act act = new Act(desk.known(each, "action", Topic.ACTION), each.values("with"));
    desk.arguments(each, "with", act.action(), act.arguments());
    return act;
  }

  private Mishap mishap(Fields each) {
    String fault = desk.known(each, "fault", Topic.FAULT);
    double after = beforeTheEnd(each, "the fault");
    return new Mishap(fault, desk.intensityOr(each, fault), after);
  }

  private double beforeTheEnd(Fields each, String what) {
    double after = each.span("after", Duration.ZERO).toMillis() / 1e3;
    double seconds = file.number("seconds", after + 1);
    if (after >= seconds) {
      desk.notes()
          .error(
              each.place("after"),
              what + " comes when all is over",
              "less than " + Wording.number(seconds) + "s");
    }
    return after;
  }

  private List<Watch> watches() {
    List<Watch> watches = file.groups("watch", PlayShape.WATCH).stream().map(this::watch).toList();
    if (!watches.isEmpty() && watches.stream().noneMatch(Watch::isContrast)) {
      desk.notes()
          .error(
              file.place("watch"),
              "nothing says how the two differ",
              "'expect' under at least one reading");
    }
    return watches;
  }

  private Watch watch(Fields each) {
    each.scalar("reading").ifPresent(reading -> ReadingWords.check(reading, desk, true));
    String reading = each.text("reading");
    String title = each.text("title");
    Take take = take(each, reading);
    return each.group("expect", PlayShape.CONTRAST)
        .map(contrast ->
            new Watch(
                reading,
                title,
                take,
                contrast.text("more").equals("with") ? More.WITH : More.WITHOUT,
                contrast.number("times", 1),
                contrast.number("atLeast", 0)))
        .orElseGet(() -> new Watch(reading, title, take, More.EITHER, 1, 0));
  }

  /// A truth about the past is worth what it says last; of a level, what matters is how high it
  /// went.
  private static Take take(Fields each, String reading) {
    return switch (each.text("take")) {
      case "lowest" -> Take.LOWEST;
      case "last" -> Take.LAST;
      case "highest" -> Take.HIGHEST;
      default -> reading.startsWith("oracle/") ? Take.LAST : Take.HIGHEST;
    };
  }

  private Ask ask(Fields each) {
    List<Fields> choices = each.groups("choices", PlayShape.CHOICE);
    desk.unique(choices, "id", "choice");
    List<Choice> read =
        choices.stream().map(one -> new Choice(one.text("id"), one.text("text"))).toList();
    List<String> ids = read.stream().map(Choice::id).toList();
    String right = each.text("right");
    if (!right.isEmpty() && !ids.contains(right)) {
      desk.notes().unknown(each.place("right"), "choice", right, ids);
    }
    return new Ask(each.text("question"), read, right);
  }
}
