package dev.hotseat.ui;

import dev.hotseat.scenario.Problem;
import dev.hotseat.scenario.Scenario;
import dev.hotseat.scenario.Scenarios.Found;
import dev.hotseat.session.Summary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The front page: what can be played, what goes on, what is over.
///
/// @param broken folders that cannot be played; empty for readers who are not the host
/// @param going sessions that go on, newest first; empty for readers who are not the host
/// @param over the last sessions that ended
/// @param host whether the reader may open sessions
/// @param origin under which the reader reached the server
/// @param draft what was typed into the form of a scenario, where it was refused
public record CatalogueView(
    List<Card> cards,
    List<Found.Broken> broken,
    List<Visit> going,
    List<Visit> over,
    boolean host,
    String origin,
    Draft draft) {
  private static final int OVER_MAX = 8;

  /// A scenario to choose.
  ///
  /// @param lead what one will face
  public record Card(
      String name,
      String title,
      int minutes,
      int phases,
      String lead,
      List<String> teaches,
      Scenario.Fidelity fidelity,
      List<Problem> warnings) {

    static Card of(Found.Sound found) {
      Scenario scenario = found.scenario();
      return new Card(
          scenario.name(),
          scenario.title(),
          scenario.minutes(),
          scenario.script().phases().size(),
          Prose.lead(scenario.brief()),
          scenario.teaches(),
          scenario.fidelity(),
          found.problems());
    }
  }

  /// A session to go back to.
  ///
  /// @param title of its scenario
  public record Visit(Summary session, String title) {}

  /// What was typed, and what was wrong with it.
  ///
  /// @param scenario whose form it was; empty for none
  /// @param problem one sentence
  public record Draft(
      String scenario,
      String candidate,
      String seed,
      String mode,
      String timeMultiplier,
      String problem) {
    static final Draft NONE = new Draft("", "", "", "practice", "1", "");

    /// Whether it belongs to this card.
    public boolean isFor(String name) {
      return scenario.equals(name);
    }
  }

  static CatalogueView of(
      List<Found> found, List<Summary> sessions, boolean host, String origin, Draft draft) {
    List<Found.Sound> sound = only(found, Found.Sound.class);
    Map<String, String> titles =
        sound.stream()
            .map(Found.Sound::scenario)
            .collect(Collectors.toMap(Scenario::name, Scenario::title));
    Function<Summary, Visit> visit =
        session -> new Visit(session, titles.getOrDefault(session.scenario(), session.scenario()));
    List<Summary> known = host ? sessions : List.of();
    return new CatalogueView(
        sound.stream().map(Card::of).toList(),
        host ? only(found, Found.Broken.class) : List.of(),
        known.stream().filter(CatalogueView::goesOn).map(visit).toList(),
        known.stream()
            .filter(each -> each.state().equals("ended"))
            .limit(OVER_MAX)
            .map(visit)
            .toList(),
        host,
        origin,
        draft);
  }

  private static boolean goesOn(Summary session) {
    return session.state().equals("running") || session.state().equals("paused");
  }

  private static <T> List<T> only(List<Found> found, Class<T> type) {
    return found.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
