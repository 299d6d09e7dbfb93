package dev.hotseat.demonstration;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A play as far as it is.
///
/// @param id finds it again
/// @param demonstration its name
/// @param state `playing`, `finished`, `stopped` or `failed`
/// @param note why it failed, or what to know about its figures; otherwise empty
/// @param seed decides the arrivals of both sides
/// @param progress share of its time, 0..1
/// @param without the failing design
/// @param with the fixed one
/// @param faults what is broken on the way, a line each
/// @param watch what is measured
/// @param ask the question to the room
/// @param explanation what to take away; absent until it is over
@Serdeable
public record PlayView(
    String id,
    String demonstration,
    String scenario,
    String title,
    String teaches,
    String setting,
    String state,
    String note,
    long seed,
    Instant startedAt,
    double progress,
    double elapsedSeconds,
    double remainingSeconds,
    SideView without,
    SideView with,
    List<String> faults,
    List<WatchView> watch,
    AskView ask,
    @Nullable String explanation) {

  /// Whether nothing will change any more.
  public boolean isOver() {
    return !state.equals("playing");
  }

  /// One of the two designs.
  ///
  /// @param levers those in which it differs from the scenario's start
  /// @param state `waiting`, `running`, `done`, `stopped`, `void` or `failed`, as of a load run
  /// @param offered arrivals due so far
  /// @param failed arrivals that failed
  @Serdeable
  public record SideView(
      String title,
      Map<String, String> levers,
      String state,
      long offered,
      long served,
      long failed) {}

  /// A reading of both sides.
  ///
  /// @param reading its key
  /// @param title what it is
  /// @param unit such as `ms`, empty for a plain count
  /// @param without of the failing design; absent where nothing was measured yet
  /// @param with of the fixed one
  /// @param withoutSeries the same as time went by, a quarter of a second a point
  /// @param expected how far apart the two must be, in words; empty where it is shown only
  /// @param appeared whether they are; absent until it is over, or where nothing is expected
  @Serdeable
  public record WatchView(
      String reading,
      String title,
      String unit,
      @Nullable Double without,
      @Nullable Double with,
      List<Double> withoutSeries,
      List<Double> withSeries,
      String expected,
      @Nullable Boolean appeared) {}

  /// The question to the room.
  ///
  /// @param right id of the right choice; absent until it is over
  @Serdeable
  public record AskView(String question, List<ChoiceView> choices, @Nullable String right) {}

  /// What the room can vote for.
  @Serdeable
  public record ChoiceView(String id, String text) {}
}
