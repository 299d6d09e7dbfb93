package dev.hotseat.phrase;

import java.util.List;
import java.util.Optional;

/// One line of a scenario's `hear`, `unless`, `because` or `asks`: which words say a thing.
///
/// Plain words must all stand near each other in one sentence, in any order; `"quoted words"` in
/// that order, almost touching; `(a | b)` is either; `rout*` any word that begins so, and of a
/// whole word every form (`write*` hears "writing"); `~12` at the end widens the neighbourhood.
///
/// @param source as the author wrote it
/// @param window how many words the whole match may span, gaps included
public record ConceptPattern(String source, Part root, int window) {
  public static final int WINDOW_USUAL = 8;
  public static final int WINDOW_MAX = 40;
  public static final int LENGTH_MAX = 300;

  /// What is wrong with `source`, if anything is.
  public static Optional<PatternError> check(String source) {
    try {
      of(source);
      return Optional.empty();
    } catch (UnreadablePattern unreadable) {
      return Optional.of(unreadable.error());
    }
  }

  /// The pattern written in `source`.
  ///
  /// @throws UnreadablePattern where [#check] would have told the error
  public static ConceptPattern of(String source) {
    return new PatternReader(source).pattern();
  }

  /// A piece of a pattern.
  public sealed interface Part {
    /// A single word as written, perhaps with inner hyphens or dots; a prefix when `open`.
    record Word(String text, boolean open) implements Part {}

    /// Words in this order, almost touching.
    record Quoted(List<Word> words) implements Part {
      public Quoted {
        words = List.copyOf(words);
      }
    }

    /// Any one of these.
    record AnyOf(List<Part> choices) implements Part {
      public AnyOf {
        choices = List.copyOf(choices);
      }
    }

    /// All of these, near each other, in any order.
    record Together(List<Part> parts) implements Part {
      public Together {
        parts = List.copyOf(parts);
      }
    }
  }

  /// A pattern that has not passed [ConceptPattern#check].
  public static final class UnreadablePattern extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient PatternError error;

    UnreadablePattern(PatternError error) {
      super("column " + error.column() + ": " + error.message() + "; expected " + error.expected());
      this.error = error;
    }

    public PatternError error() {
      return error;
    }
  }
}
