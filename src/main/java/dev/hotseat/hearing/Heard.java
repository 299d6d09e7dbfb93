package dev.hotseat.hearing;

import dev.hotseat.event.Mention;
import dev.hotseat.event.Mention.Stance;
import dev.hotseat.phrase.Quantity;
import java.util.List;

/// What one answer was heard to say.
///
/// @param mentions every concept found, for and against, in order of place
/// @param disregarded matches that count neither way, with the rule
/// @param questions what the candidate asked back, in order
/// @param quantities the numbers named, with their units
/// @param words how many words the answer has
/// @param echoShare share of its telling words that stand in the question already, 0 to 1
public record Heard(
    List<Mention> mentions,
    List<Disregarded> disregarded,
    List<Asked> questions,
    List<Quantity> quantities,
    int words,
    double echoShare) {
  public Heard {
    mentions = List.copyOf(mentions);
    disregarded = List.copyOf(disregarded);
    questions = List.copyOf(questions);
    quantities = List.copyOf(quantities);
  }

  /// The mentions that may earn something: said for, and not as one of a list.
  public List<Mention> credited() {
    return mentions.stream()
        .filter(mention -> mention.stance() == Stance.AFFIRMED && !mention.listed())
        .toList();
  }

  /// The mentions that speak against a concept.
  public List<Mention> denied() {
    return mentions.stream().filter(mention -> mention.stance() == Stance.NEGATED).toList();
  }

  /// The facts that answer what was asked, in that order.
  public List<String> clarifications() {
    return questions.stream().flatMap(asked -> asked.answers().stream()).distinct().toList();
  }

  /// Whether something was asked that no fact answers.
  public boolean asksInVain() {
    return questions.stream().anyMatch(asked -> asked.answers().isEmpty());
  }

  /// Whether anything was asked, answerable or not.
  public boolean asks() {
    return !questions.isEmpty();
  }
}
