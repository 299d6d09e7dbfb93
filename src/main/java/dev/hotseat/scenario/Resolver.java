package dev.hotseat.scenario;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.hotseat.scenario.FactFunction.Kind;
import dev.hotseat.scenario.FactFunction.Moment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Turns what an author wrote into what CEL checks and runs: each question to the facts becomes a
/// variable, each number a double. Words are checked on the way.
final class Resolver {
  /*
   * CEL binds functions once for all evaluations; facts differ with every one. A call of ours always
   * has literal arguments, so it can stand as a variable that is looked up when, and only when, the
   * evaluation needs it. Literals are also what lets the linter check every word.
   */
  private static final Set<String> OPERATORS =
      Set.of(
          "_&&_", "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "_+_", "_-_", "_*_",
          "_/_", "-_", "_?_:_", "@in");
  static final int READS_MAX = 40;

  private final Code code;
  private final WordCheck words;
  private final Map<String, Read> reads = new LinkedHashMap<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  Resolver(CelAbstractSyntaxTree parsed, Code code, Names names) {
    this.code = code;
    this.words = new WordCheck(parsed, code, names);
  }

  /// What is read, by the variable that stands for it.
  Map<String, Read> reads() {
    return reads;
  }

  static String variable(Kind kind, int index) {
    return kind.name().toLowerCase(Locale.ROOT) + index;
  }

  CelExpr resolved(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr);
      case IDENT -> ident(expr);
      case LIST -> list(expr);
      case CALL -> call(expr);
      default -> {
        code.error(position(expr), "this has no meaning here", "functions and comparisons");
        yield expr;
      }
    };
  }

  private CelExpr constant(CelExpr expr) {
    CelConstant constant = expr.constant();
    return switch (constant.getKind()) {
      case INT64_VALUE -> number(expr, constant.int64Value());
      case UINT64_VALUE -> number(expr, constant.uint64Value().doubleValue());
      case DOUBLE_VALUE, STRING_VALUE, BOOLEAN_VALUE -> expr;
      default -> {
        code.error(
            position(expr), "this value has no meaning here", "a number, text, true or false");
        yield expr;
      }
    };
  }

  private static CelExpr number(CelExpr expr, double value) {
    return CelExpr.ofConstant(expr.id(), CelConstant.ofValue(value));
  }

  private CelExpr ident(CelExpr expr) {
    String name = expr.ident().name();
    FactFunctions.Variable variable = FactFunctions.allVariables().get(name);
    if (variable == null) {
      unknownName(position(expr), name);
      return expr;
    }
    return read(expr, new Read(name, variable.kind(), Read.Unit.NONE, variable.answer()));
  }

  private void unknownName(int position, String name) {
    if (FactFunctions.all().containsKey(name)) {
      code.error(
          position, "'" + name + "' is a function", FactFunctions.all().get(name).signature());
      return;
    }
    List<String> valid = new ArrayList<>(FactFunctions.allVariables().keySet());
    valid.addAll(FactFunctions.all().keySet());
    code.error(
        position,
        "nothing is called '" + Notes.shortened(name) + "'",
        "a fact; see docs/FACTS.md",
        Nearest.to(name, valid));
  }

  private CelExpr list(CelExpr expr) {
    List<CelExpr> elements = expr.list().elements().stream().map(this::resolved).toList();
    return CelExpr.ofList(expr.id(), ImmutableList.copyOf(elements), ImmutableList.of());
  }

  private CelExpr call(CelExpr expr) {
    CelExpr.CelCall call = expr.call();
    if (call.target().isPresent()) {
      return member(expr, call, call.target().get());
    }
    if (OPERATORS.contains(call.function())) {
      words.comparison(call);
      List<CelExpr> args = call.args().stream().map(this::resolved).toList();
      return CelExpr.ofCall(
          expr.id(), Optional.empty(), call.function(), ImmutableList.copyOf(args));
    }
    return function(expr, call, Moment.NOW);
  }

  private CelExpr member(CelExpr expr, CelExpr.CelCall call, CelExpr target) {
    String word = target.getKind() == CelExpr.ExprKind.Kind.IDENT ? target.ident().name() : "";
    for (Moment moment : Moment.values()) {
      if (moment != Moment.NOW && moment.word().equals(word)) {
        return function(expr, call, moment);
      }
    }
    List<String> valid =
        List.of(Moment.BASELINE.word(), Moment.LAST_RUN.word(), Moment.RUN_BEFORE.word());
    code.error(
        position(target),
        "'" + Notes.shortened(word) + "' has no functions",
        Notes.oneOf(word, valid),
        Nearest.to(word, valid));
    return expr;
  }

  private CelExpr function(CelExpr expr, CelExpr.CelCall call, Moment moment) {
    int position = code.nameBefore(position(expr), call.function());
    FactFunction found = FactFunctions.all().get(call.function());
    if (found == null || (moment != Moment.NOW && !found.isReading())) {
      unknownFunction(position, call.function(), moment);
      return expr;
    }
    if (found.isReading() && found.argument().isEmpty() && !moment.isRun()) {
      code.error(position, "'" + found.name() + "' is of a run", "lastRun." + found.signature());
      return expr;
    }
    return argument(expr, call, found)
        .map(argument -> read(expr, reading(found, moment, argument, call)))
        .orElse(expr);
  }

  private void unknownFunction(int position, String name, Moment moment) {
    List<String> valid =
        FactFunctions.all().values().stream()
            .filter(each -> moment == Moment.NOW || each.isReading())
            .map(FactFunction::name)
            .toList();
    String where = moment == Moment.NOW ? "" : " of " + moment.word();
    code.error(
        position,
        "no function" + where + " is called '" + Notes.shortened(name) + "'",
        Notes.oneOf(name, valid),
        Nearest.to(name, valid));
  }

  private Optional<String> argument(CelExpr expr, CelExpr.CelCall call, FactFunction function) {
    int position = code.nameBefore(position(expr), call.function());
    boolean assumed = function.name().equals(FactFunctions.ASSUMED);
    int wanted = function.arguments();
    List<CelExpr> args = call.args();
    String signature = function.signature();
    if (args.isEmpty() && function.optional()) {
      return Optional.of("");
    }
    if (args.size() != wanted) {
      code.error(
          position, "'" + function.name() + "' is given " + args.size() + " arguments", signature);
      return Optional.empty();
    }
    if (wanted == 0) {
      return Optional.of("");
    }
    if (!WordCheck.isText(args.getFirst())) {
      code.error(position(args.getFirst()), "the argument must be a word in quotes", signature);
      return Optional.empty();
    }
    if (assumed && constantNumber(args.get(1)).isEmpty()) {
      code.error(position(args.get(1)), "the second argument must be a plain number", signature);
      return Optional.empty();
    }
    if (function.name().equals(FactFunctions.ACTED_FIRST) && !WordCheck.isText(args.get(1))) {
      code.error(position(args.get(1)), "the argument must be a word in quotes", signature);
      return Optional.empty();
    }
    String word = args.getFirst().constant().stringValue();
    return Optional.of(word);
  }

  private Read reading(
      FactFunction function, Moment moment, String argument, CelExpr.CelCall call) {
    if (function.argument().isPresent()) {
      words.argument(function, moment, argument, call);
    }
    String source = source(function, moment, argument, call);
    Function<Facts, Object> answer;
    if (function.isReading()) {
      String prefix = function.reading().orElseThrow();
      String key = function.argument().isPresent() ? prefix + "/" + argument : prefix;
      answer = facts -> FactFunctions.measured(moment.read(facts, key));
    } else if (function.name().equals(FactFunctions.ASSUMED)) {
      double usual = constantNumber(call.args().get(1)).orElseThrow();
      words.usual(argument, usual, call);
      answer = facts -> facts.assumed(argument).orElse(usual);
    } else if (function.name().equals(FactFunctions.ACTED_FIRST)) {
      String other = call.args().get(1).constant().stringValue();
      words.word(function, Moment.NOW, other, call.args().get(1));
      answer = facts -> FactFunctions.actedFirst(facts, argument, other);
    } else {
      answer = facts -> function.answer().apply(facts, argument);
    }
    return new Read(source, function.kind(), words.unit(function, argument), answer);
  }

  private static String source(
      FactFunction function, Moment moment, String argument, CelExpr.CelCall call) {
    String before = moment == Moment.NOW ? "" : moment.word() + ".";
    String inside = call.args().isEmpty() ? "" : "\"" + argument + "\"";
    if (function.name().equals(FactFunctions.ACTED_FIRST)) {
      inside += ", \"" + call.args().get(1).constant().stringValue() + "\"";
    }
    return before + function.name() + "(" + inside + ")";
  }

  private CelExpr read(CelExpr expr, Read read) {
    for (Map.Entry<String, Read> known : reads.entrySet()) {
      if (known.getValue().source().equals(read.source())) {
        return CelExpr.ofIdent(expr.id(), known.getKey());
      }
    }
    int index = counts.merge(read.kind(), 1, Integer::sum) - 1;
    if (index >= READS_MAX) {
      code.error(position(expr), "the expression asks too much", "at most " + READS_MAX + " facts");
      return expr;
    }
    String variable = variable(read.kind(), index);
    reads.put(variable, read);
    return CelExpr.ofIdent(expr.id(), variable);
  }

  private static Optional<Double> constantNumber(CelExpr expr) {
    if (expr.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return Optional.empty();
    }
    return switch (expr.constant().getKind()) {
      case INT64_VALUE -> Optional.of((double) expr.constant().int64Value());
      case DOUBLE_VALUE -> Optional.of(expr.constant().doubleValue());
      default -> Optional.empty();
    };
  }

  private int position(CelExpr expr) {
    return words.position(expr);
  }
}
