package dev.hotseat.scenario;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.hotseat.live.Design;
import dev.hotseat.live.Lever;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Holds the words in an expression against the names of the scenario and its system.
///
/// @param parsed the expression, for the places of its words
record WordCheck(CelAbstractSyntaxTree parsed, Code code, Names names) {
  /// Complains where the argument of a call names nothing.
  void argument(
      FactFunction function, FactFunction.Moment moment, String word, CelExpr.CelCall call) {
    if (!call.args().isEmpty()) {
      word(function, moment, word, call.args().getFirst());
    }
  }

  /// Complains where one argument of a call names nothing.
  void word(FactFunction function, FactFunction.Moment moment, String word, CelExpr argument) {
    Topic topic = function.argument().orElseThrow();
    if (word.isEmpty() && function.optional()) {
      return;
    }
    Topic asked = topic == Topic.SUBJECT && moment.isRun() ? Topic.RUN_SUBJECT : topic;
    Optional<Collection<String>> valid = names.valid(asked);
    if (valid.isPresent() && !valid.get().contains(word)) {
      code.unknown(position(argument) + 1, asked, word, valid.get());
    }
  }

  /// Complains where an estimate takes another value for usual than its assumption says.
  void usual(String assumption, double value, CelExpr.CelCall call) {
    double declared = names.usual().getOrDefault(assumption, value);
    if (declared != value) {
      code.error(
          position(call.args().get(1)),
          "the usual value of '" + assumption + "' is another one",
          Wording.number(declared) + ", as the assumption says");
    }
  }

  /// How what a function gives is shown.
  Read.Unit unit(FactFunction function, String argument) {
    return switch (function.name()) {
      case "p50", "p99", "p999" -> Read.Unit.MILLIS;
      case "errorShare", "predictionAccuracy" -> Read.Unit.SHARE;
      case "gauge" -> declared(names.system().map(Design::gauges), argument);
      case "oracle" -> declared(names.system().map(Design::oracles), argument);
      default -> Read.Unit.NONE;
    };
  }

  private static Read.Unit declared(Optional<List<Design.Measure>> measures, String name) {
    return measures.stream()
        .flatMap(List::stream)
        .filter(each -> each.name().equals(name))
        .map(each ->
            switch (each.unit()) {
              case "ms" -> Read.Unit.MILLIS;
              case "share" -> Read.Unit.SHARE;
              default -> Read.Unit.NONE;
            })
        .findFirst()
        .orElse(Read.Unit.NONE);
  }

  /// Complains where something is compared with what it can never be.
  void comparison(CelExpr.CelCall call) {
    if (call.args().size() != 2) {
      return;
    }
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    switch (call.function()) {
      case "_==_", "_!=_" -> {
        checkValues(left, List.of(right));
        checkValues(right, List.of(left));
      }
      case "@in" -> {
        if (right.getKind() == CelExpr.ExprKind.Kind.LIST) {
          checkValues(left, right.list().elements());
        }
      }
      default -> {}
    }
  }

  private void checkValues(CelExpr asked, List<CelExpr> values) {
    if (asked.getKind() == CelExpr.ExprKind.Kind.IDENT && asked.ident().name().equals("phase")) {
      checkWords(values, Topic.PHASE, names.valid(Topic.PHASE).orElse(List.of()));
    }
    if (asked.getKind() == CelExpr.ExprKind.Kind.CALL && asked.call().function().equals("drawn")) {
      names.valid(Topic.FAULT).ifPresent(valid -> checkWords(values, Topic.FAULT, valid));
    }
    if (asked.getKind() == CelExpr.ExprKind.Kind.CALL
        && asked.call().function().equals("lever")
        && asked.call().args().size() == 1
        && isText(asked.call().args().getFirst())) {
      names
          .lever(asked.call().args().getFirst().constant().stringValue())
          .ifPresent(lever -> checkLeverValues(values, lever));
    }
  }

  private void checkWords(List<CelExpr> values, Topic topic, Collection<String> valid) {
    for (CelExpr value : values) {
      if (isText(value) && !valid.contains(value.constant().stringValue())) {
        code.unknown(position(value) + 1, topic, value.constant().stringValue(), valid);
      }
    }
  }

  private void checkLeverValues(List<CelExpr> values, Lever lever) {
    for (CelExpr value : values) {
      if (isText(value)) {
        String text = value.constant().stringValue();
        LeverWords.refusal(lever, text)
            .ifPresent(expected ->
                code.error(
                    position(value) + 1,
                    "lever " + lever.name() + " is never '" + Notes.shortened(text) + "'",
                    expected,
                    Nearest.to(text, lever.allowed())));
      }
    }
  }

  static boolean isText(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  /// Where `expr` begins, in code points.
  int position(CelExpr expr) {
    return parsed.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
  }
}
