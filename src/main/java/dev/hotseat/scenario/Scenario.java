package dev.hotseat.scenario;

import dev.hotseat.load.Profile;
import dev.hotseat.world.Dice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything in one scenario folder, checked.
///
/// @param name of the folder, kebab case
/// @param title one line
/// @param system name of the blueprint behind it
/// @param minutes length before the time multiplier
/// @param teaches what one leaves with, short phrases
/// @param brief the task as the candidate reads it, Markdown
/// @param objectives what the live system must meet
/// @param dimensions the rubric
/// @param fidelity what is measured, real engine, modelled
/// @param strong what a strong answer does, sentences for the report
/// @param likelihood how likely this is in production, for the report
/// @param startLevers lever values that differ from the system's own start
/// @param profiles load profiles that can be run
/// @param traffic what customers send all the time, from the opening to the end; absent for nothing
/// @param faults which faults the candidate may start, and the seeded ones
/// @param facts numbers of the fact sheet by name, of which the seed picks one each, so that a
///   pasted answer fails; see [Facts#fact]
/// @param milestones moments that the report gives the time of
/// @param review parts of the report in the candidate's own words
/// @param script the interview
/// @param concepts what answers are heard for
/// @param clarifications the fact sheet
/// @param rehearsals scripted candidates
/// @param demonstrations prepared failure-and-fix shows
/// @param digest SHA-256 over the folder's files, hex
public record Scenario(
    String name,
    String title,
    String system,
    int minutes,
    List<String> teaches,
    String brief,
    List<Objective> objectives,
    List<Dimension> dimensions,
    Fidelity fidelity,
    List<String> strong,
    String likelihood,
    Map<String, String> startLevers,
    List<NamedProfile> profiles,
    @Nullable Profile traffic,
    FaultRules faults,
    Map<String, List<Double>> facts,
    List<Milestone> milestones,
    List<ReviewPart> review,
    Script script,
    List<Concept> concepts,
    List<Clarification> clarifications,
    List<Rehearsal> rehearsals,
    List<Demonstration> demonstrations,
    String digest) {

  /// Something the live system must meet.
  ///
  /// @param name kebab case
  /// @param text one line for a person
  /// @param unit of the measured value
  /// @param measured what is shown as the measured value
  /// @param target the target for a person, such as `< 20`
  /// @param met when it is met
  public record Objective(
      String name, String text, String unit, Expression measured, String target, Condition met) {}

  /// A rubric dimension.
  ///
  /// @param name such as `design`
  /// @param title such as `Design and trade-offs`
  /// @param anchors what levels 1, 3 and 5 look like, by level
  /// @param points points needed for levels 2, 3, 4 and 5, rising; less than the first is level 1
  /// @param receipts fewest receipts below which it is "not assessed"
  public record Dimension(
      String name, String title, Map<Integer, String> anchors, List<Double> points, int receipts) {}

  /// What the numbers are made of.
  public record Fidelity(List<String> measured, List<String> realEngine, List<String> modelled) {}

  /// A concept that answers are heard for.
  ///
  /// @param id kebab case
  /// @param title what it is called in reports
  /// @param hear patterns, any of which is a mention
  /// @param unless patterns that take a mention back when they match the same sentence
  /// @param because patterns that count as a reason for it
  public record Concept(
      String id, String title, List<String> hear, List<String> unless, List<String> because) {}

  /// An entry of the fact sheet.
  ///
  /// @param asks patterns of the candidate's question
  /// @param answer the interviewer's answer
  /// @param dimension whom asking it helps, `framing` unless said otherwise
  /// @param points for asking
  public record Clarification(
      String id, List<String> asks, Template answer, String dimension, double points) {}

  /// Which faults who may start.
  ///
  /// @param candidate faults the candidate may start
  /// @param seeded groups of which the session's seed picks one, by name
  /// @param intensities by group, of which the seed draws one for what it picked; each fault's own
  ///   where there is none
  /// @param felt by group the reading on which it is felt
  /// @param concealed whether what the script breaks is told to nobody who might be looking for it
  ///   before the end
  public record FaultRules(
      List<String> candidate,
      Map<String, List<SeededFault>> seeded,
      Map<String, List<Double>> intensities,
      Map<String, String> felt,
      boolean concealed) {
    /// Rules by which every fault comes as heavily as it says itself.
    public FaultRules(
        List<String> candidate, Map<String, List<SeededFault>> seeded, boolean concealed) {
      this(candidate, seeded, Map.of(), Map.of(), concealed);
    }

    /// Rules that keep nothing more secret than any scenario does.
    public FaultRules(List<String> candidate, Map<String, List<SeededFault>> seeded) {
      this(candidate, seeded, false);
    }

    /// What a seed picks of a group; groups are drawn independently of each other.
    public Optional<SeededFault> picked(String group, long seed) {
      List<SeededFault> choices = seeded.getOrDefault(group, List.of());
      if (choices.isEmpty()) {
        return Optional.empty();
      }
      Dice dice = new Dice(seed);
      SeededFault picked = choices.get(dice.pick("fault-" + group, choices.size()));
      List<Double> drawn = intensities.getOrDefault(group, List.of());
      return Optional.of(
          drawn.isEmpty()
              ? picked
              : picked.at(drawn.get(dice.pick("intensity-" + group, drawn.size()))));
    }
  }

  /// A fault one of which is picked by seed.
  ///
  /// @param named concept that names it in an answer; empty where nobody is asked for it
  /// @param shown instruments, any of which shows it
  /// @param path how it is found and what ends it, for authors and the report; may be empty
  public record SeededFault(
      String fault, double intensity, String named, List<String> shown, String path) {
    public SeededFault {
      shown = List.copyOf(shown);
    }

    /// The same, so heavily.
    public SeededFault at(double other) {
      return new SeededFault(fault, other, named, shown, path);
    }

    /// One that nobody is asked to name.
    public SeededFault(String fault, double intensity) {
      this(fault, intensity, "", List.of(), "");
    }
  }

  /// A moment that the report gives the time of.
  ///
  /// @param name kebab case
  /// @param title such as `First look at an instrument`
  /// @param when what holds from that moment on
  public record Milestone(String name, String title, Condition when) {}

  /// A part of the report in the candidate's own words.
  ///
  /// @param title such as `Contributing factors`
  /// @param from questions whose answers it is made of
  public record ReviewPart(String title, List<String> from) {}

  /// A named load profile.
  ///
  /// @param name kebab case
  /// @param title one line
  /// @param note what to watch, may be empty
  /// @param plan what is sent, under the same name
  public record NamedProfile(String name, String title, String note, Profile plan) {}
}
