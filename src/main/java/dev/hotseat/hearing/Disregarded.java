package dev.hotseat.hearing;

import dev.hotseat.event.Mention;

/// A concept whose words were found and did not count, with the rule that says so.
public record Disregarded(Mention mention, Rule rule) {
  /// Why words that matched earn nothing.
  public enum Rule {
    /// A pattern of the concept's `unless` matched in the same sentence.
    UNLESS,
    /// The words repeat the question.
    ECHO,
    /// The sentence makes no sense as one.
    SENSELESS
  }
}
