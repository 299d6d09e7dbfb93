package dev.hotseat.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Words with expressions between `{{` and `}}`.
///
/// @param pieces words and expressions in order
record CompiledTemplate(String source, List<Piece> pieces) implements Template {
  /// Words, or an expression.
  sealed interface Piece {
    record Words(String text) implements Piece {}

    /// @param unit how a number is shown
    record Value(Language.Compiled compiled, Read.Unit unit) implements Piece {}
  }

  /// The compiled template; notes what is wrong with it where it is none.
  static Optional<Template> of(Node.Scalar scalar, Language language, Names names, Notes notes) {
    String text = scalar.text();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    boolean sound = true;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      int next = text.indexOf("{{", open + 2);
      if (close < 0 || (next >= 0 && next < close)) {
        notes.error(scalar.at(open), "this {{ is never closed", "}} behind the expression");
        return Optional.empty();
      }
      pieces.add(new Piece.Words(text.substring(at, open)));
      Code code = new Code(scalar, open + 2, text.substring(open + 2, close), notes);
      at = close + 2;
      Optional<Language.Compiled> compiled = language.compiled(code, names);
      sound &= compiled.isPresent();
      if (compiled.isPresent()) {
        Read.Unit unit = unit(compiled.get());
        pieces.add(new Piece.Value(compiled.get(), unit));
        at += unitSaid(text.substring(at), unit.word());
      }
    }
    int stray = text.indexOf("}}", at);
    if (stray >= 0) {
      notes.error(scalar.at(stray), "this }} closes nothing", "{{ before the expression");
      return Optional.empty();
    }
    pieces.add(new Piece.Words(text.substring(at)));
    return sound ? Optional.of(new CompiledTemplate(text, List.copyOf(pieces))) : Optional.empty();
  }

  /// Only a fact by itself has a unit.
  private static Read.Unit unit(Language.Compiled compiled) {
    if (compiled.reads().size() != 1) {
      return Read.Unit.NONE;
    }
    Read only = compiled.reads().values().iterator().next();
    boolean alone = withoutSpace(compiled.source()).equals(withoutSpace(only.source()));
    return alone ? only.unit() : Read.Unit.NONE;
  }

  /// How many characters of the words behind a value say its unit again: `{{ p99("x") }} ms` must
  /// not read "214 ms ms".
  private static int unitSaid(String behind, String unit) {
    String stripped = behind.stripLeading();
    boolean said =
        !unit.isEmpty()
            && stripped.startsWith(unit)
            && (stripped.length() == unit.length()
                || !Character.isLetterOrDigit(stripped.charAt(unit.length())));
    return said ? behind.length() - stripped.length() + unit.length() : 0;
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s", "");
  }

  @Override
  public String over(Facts facts) {
    StringBuilder words = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words(String text) -> words.append(text);
        case Piece.Value value -> words.append(shown(value, facts));
      }
    }
    return words.toString();
  }

  private static String shown(Piece.Value value, Facts facts) {
    return value
        .compiled()
        .over(facts, new LinkedHashMap<>())
        .map(each -> new Read("", value.compiled().kind(), value.unit(), _ -> "").shown(each))
        .orElse(Wording.NOT_MEASURED);
  }
}
