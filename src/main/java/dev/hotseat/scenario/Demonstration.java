package dev.hotseat.scenario;

import java.util.List;
import java.util.Map;

/// A prepared show of one failure beside its fix: two live systems of one seed get the same
/// arrivals and differ in a few levers.
///
/// @param name kebab case
/// @param title one line
/// @param teaches what one leaves with, one line that does not give the answer away
/// @param setting what is about to be seen, before anything runs
/// @param without the failing design
/// @param with the fixed one
/// @param first actions taken in both before the load begins
/// @param profile load profile that both get
/// @param seconds how long
/// @param inTurn whether the second side waits for the first, because together they would slow each
///   other
/// @param faults what is broken on the way, in both
/// @param watch what is measured, and how far apart the two must be
/// @param ask what to ask the room before the end
/// @param explanation what to take away, told in the end
public record Demonstration(
    String name,
    String title,
    String teaches,
    String setting,
    Side without,
    Side with,
    List<Act> first,
    String profile,
    double seconds,
    boolean inTurn,
    List<Mishap> faults,
    List<Watch> watch,
    Ask ask,
    String explanation) {

  /// One of the two designs.
  ///
  /// @param title in a few words
  /// @param levers the values that differ from the scenario's start
  /// @param deeds what is done on this side while the load runs
  public record Side(String title, Map<String, String> levers, List<Deed> deeds) {
    public Side {
      deeds = List.copyOf(deeds);
    }
  }

  /// An action that one side takes.
  ///
  /// @param afterSeconds since the load began
  public record Deed(Act act, double afterSeconds) {}

  /// An action taken in both systems.
  public record Act(String action, Map<String, String> arguments) {}

  /// A fault in both systems.
  ///
  /// @param intensity in the fault's unit
  /// @param afterSeconds since the load began
  public record Mishap(String fault, double intensity, double afterSeconds) {}

  /// A reading shown for both sides.
  ///
  /// @param reading its key
  /// @param title what it is, in a few words
  /// @param take which of its values counts, where no load run knows one for the whole play
  /// @param more which side must show more of it
  /// @param times how many times as much, at least; 1 where it is shown only
  /// @param atLeast what the greater one must reach
  public record Watch(
      String reading, String title, Take take, More more, double times, double atLeast) {
    /// Whether the two sides must be apart.
    public boolean isContrast() {
      return more != More.EITHER;
    }

    /// Whether the two values are as far apart as they must be.
    public boolean appeared(double without, double with) {
      return switch (more) {
        case EITHER -> true;
        case WITHOUT -> apart(without, with);
        case WITH -> apart(with, without);
      };
    }

    private boolean apart(double greater, double less) {
      return greater > 0 && greater >= atLeast && greater >= times * less;
    }
  }

  /// Which of the values that a reading had counts.
  public enum Take {
    HIGHEST,
    LOWEST,
    LAST
  }

  /// Which side shows more of something.
  public enum More {
    WITHOUT,
    WITH,
    /// It is shown, and nothing is promised of it.
    EITHER
  }

  /// A question to the room.
  ///
  /// @param right id of the right choice
  public record Ask(String question, List<Choice> choices, String right) {}

  /// A choice of the room.
  public record Choice(String id, String text) {}
}
