package dev.hotseat.api.problem;

import java.util.List;

/// A request that is answered with a problem. Has no stack trace: it is an answer, not a failure.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ProblemKind kind;
  private final transient List<FieldError> errors;

  Refused(ProblemKind kind, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.kind = kind;
    this.errors = List.copyOf(errors);
  }

  /// The kind of the problem.
  public ProblemKind kind() {
    return kind;
  }

  /// The problem itself.
  public Problem problem() {
    return kind.problem(String.valueOf(getMessage()), errors);
  }
}
