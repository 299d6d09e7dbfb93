package dev.hotseat.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.hotseat.scenario.FactFunction.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The expression language: CEL over [Facts]. Safe for many threads; one serves all scenarios.
final class Language {
  /*
   * Parsing and checking take a good part of a millisecond each and depend on nothing but the text,
   * so they are done once per text; what the words in it mean is looked up every time.
   */
  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']+)' applied to '\\(([^']*)\\)'.*");
  private static final Pattern UNEXPECTED =
      Pattern.compile("(?:mismatched|extraneous) input '(.+?)' expecting .*", Pattern.DOTALL);
  private static final Pattern UNREADABLE =
      Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);

  /// Expressions remembered, so that an edit costs no more than what it changed.
  private static final int REMEMBERED_MAX = 2_000;

  private final Cel cel;
  private final Cache<String, CelAbstractSyntaxTree> trees =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();
  private final Cache<String, Checked> checked =
      Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

  Language() {
    var builder =
        CelFactory.plannerCelBuilder()
            .setOptions(
                CelOptions.current()
                    .enableHeterogeneousNumericComparisons(true)
                    .maxParseRecursionDepth(40)
                    .build())
            .setStandardMacros();
    for (int index = 0; index < Resolver.READS_MAX; index++) {
      for (Kind kind : Kind.values()) {
        builder.addVar(Resolver.variable(kind, index), type(kind));
      }
    }
    this.cel = builder.build();
  }

  private static CelType type(Kind kind) {
    return switch (kind) {
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case FLAG -> SimpleType.BOOL;
    };
  }

  /// The compiled condition; notes what is wrong with it where it is none.
  Optional<Condition> condition(Node.Scalar scalar, Names names, Notes notes) {
    return compiled(Code.of(scalar, notes), names)
        .filter(found -> ofKind(found, Kind.FLAG, scalar, notes))
        .map(CompiledCondition::new);
  }

  /// The compiled number; notes what is wrong with it where it is none.
  Optional<Expression> number(Node.Scalar scalar, Names names, Notes notes) {
    return compiled(Code.of(scalar, notes), names)
        .filter(found -> ofKind(found, Kind.NUMBER, scalar, notes))
        .map(CompiledExpression::new);
  }

  private static boolean ofKind(Compiled found, Kind wanted, Node.Scalar scalar, Notes notes) {
    if (found.kind() != wanted) {
      notes.error(
          scalar.at(0),
          "this gives " + found.kind().words(),
          "an expression for " + wanted.words());
    }
    return found.kind() == wanted;
  }

  /// The compiled expression of any kind; notes what is wrong with it where it is none.
  Optional<Compiled> compiled(Code code, Names names) {
    if (code.text().length() > Code.LENGTH_MAX) {
      code.error(0, "the expression is too long", "at most " + Code.LENGTH_MAX + " characters");
      return Optional.empty();
    }
    return parsed(code).flatMap(tree -> resolved(tree, code, names));
  }

  private Optional<CelAbstractSyntaxTree> parsed(Code code) {
    CelAbstractSyntaxTree known = trees.getIfPresent(code.text());
    if (known != null) {
      return Optional.of(known);
    }
    CelValidationResult parsed = cel.parse(code.text());
    if (parsed.hasError()) {
      parseError(parsed.getErrors().getFirst(), code);
      return Optional.empty();
    }
    trees.put(code.text(), tree(parsed));
    return Optional.of(tree(parsed));
  }

  private Optional<Compiled> resolved(CelAbstractSyntaxTree tree, Code code, Names names) {
    int before = code.notes().count();
    Resolver resolver = new Resolver(tree, code, names);
    CelExpr expr = resolver.resolved(tree.getExpr());
    if (code.notes().count() > before) {
      return Optional.empty();
    }
    return checked(CelAbstractSyntaxTree.newParsedAst(expr, tree.getSource()), code)
        .map(each ->
            new Compiled(code.text().strip(), each.kind(), each.program(), resolver.reads()));
  }

  private Optional<Checked> checked(CelAbstractSyntaxTree resolved, Code code) {
    Checked known = checked.getIfPresent(code.text());
    if (known != null) {
      return Optional.of(known);
    }
    CelValidationResult result = cel.check(resolved);
    if (result.hasError()) {
      typeError(result.getErrors().getFirst(), code);
      return Optional.empty();
    }
    Optional<Checked> found =
        kindOf(tree(result).getResultType(), code)
            .map(kind -> new Checked(kind, program(tree(result))));
    found.ifPresent(each -> checked.put(code.text(), each));
    return found;
  }

  private Optional<Kind> kindOf(CelType type, Code code) {
    for (Kind kind : Kind.values()) {
      if (type(kind).equals(type)) {
        return Optional.of(kind);
      }
    }
    code.error(0, "this gives neither a number nor text nor true or false", "a comparison");
    return Optional.empty();
  }

  private CelRuntime.Program program(CelAbstractSyntaxTree tree) {
    try {
      return cel.createProgram(tree);
    } catch (CelEvaluationException bug) {
      throw new IllegalStateException("a checked expression did not compile", bug);
    }
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException bug) {
      throw new IllegalStateException("a result without errors has errors", bug);
    }
  }

  private static void parseError(CelIssue issue, Code code) {
    int at = position(issue, code.text());
    String message = issue.getMessage();
    Matcher unexpected = UNEXPECTED.matcher(message);
    Matcher unreadable = UNREADABLE.matcher(message);
    if (message.contains("'<EOF>'")) {
      code.error(at, "the expression ends too early", missing(message));
    } else if (unexpected.matches()) {
      code.error(
          at,
          "'" + unexpected.group(1) + "' does not fit here",
          "a comparison such as p99(\"…\") > 20");
    } else if (unreadable.matches()) {
      String token = unreadable.group(1);
      code.error(
          at,
          "'" + Notes.shortened(token) + "' cannot be read",
          token.startsWith("=") ? "==" : "quotes in pairs, known signs");
    } else {
      code.error(at, Notes.shortened(message), "a well-formed expression");
    }
  }

  private static String missing(String message) {
    return message.startsWith("missing '")
        ? message.substring(8, message.indexOf('\'', 9) + 1)
        : "a value";
  }

  private static void typeError(CelIssue issue, Code code) {
    int at = position(issue, code.text());
    Matcher overload = NO_OVERLOAD.matcher(issue.getMessage());
    if (!overload.matches()) {
      code.error(at, issue.getMessage(), "values that fit");
      return;
    }
    String sign = overload.group(1).replace("_", " ").replace("@", "").strip();
    String types =
        overload
            .group(2)
            .replace("double", "a number")
            .replace("string", "text")
            .replace("bool", "true or false");
    code.error(
        at, "'" + sign + "' does not go with " + types.replace(", ", " and "), expectedBy(sign));
  }

  private static String expectedBy(String sign) {
    return switch (sign) {
      case "&&", "||", "!" -> "conditions, such as runs() > 0";
      case "in" -> "a value and a list of such values";
      case "?   :", "? :" -> "a condition and two values of one kind";
      default -> "two numbers, or two texts for == and !=";
    };
  }

  private static int position(CelIssue issue, String text) {
    int line = Math.max(1, issue.getSourceLocation().getLine());
    int from = 0;
    for (int each = 1; each < line && from >= 0; each++) {
      from = text.indexOf('\n', from) + 1;
    }
    return text.codePointCount(0, Math.max(0, from))
        + Math.max(0, issue.getSourceLocation().getColumn());
  }

  private record Checked(Kind kind, CelRuntime.Program program) {}

  /// An expression that can be evaluated.
  ///
  /// @param reads what it asks of the facts, by variable
  record Compiled(String source, Kind kind, CelRuntime.Program program, Map<String, Read> reads) {
    /// The value; empty when something it needs was not measured.
    ///
    /// @param seen what was read on the way, shown for a person
    Optional<Object> over(Facts facts, Map<String, String> seen) {
      try {
        return Optional.of(program.eval((String name) -> Optional.of(read(name, facts, seen))));
      } catch (CelEvaluationException notMeasured) {
        return Optional.empty();
      }
    }

    private Object read(String name, Facts facts, Map<String, String> seen) {
      Read read = reads.get(name);
      if (read == null) {
        throw new IllegalStateException("no fact stands behind " + name);
      }
      try {
        Object value = read.answer().apply(facts);
        seen.put(read.source(), read.shown(value));
        return value;
      } catch (FactFunctions.NotMeasured notMeasured) {
        seen.put(read.source(), Wording.NOT_MEASURED);
        throw notMeasured;
      }
    }
  }
}
