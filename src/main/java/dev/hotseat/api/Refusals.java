package dev.hotseat.api;

import dev.hotseat.api.problem.FieldError;
import dev.hotseat.api.problem.ProblemKind;
import dev.hotseat.api.problem.Refused;
import dev.hotseat.live.LiveSystem.SqlRefusal;
import dev.hotseat.session.SessionRefusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/// Turns what a session refuses into a problem.
@Singleton
final class Refusals implements ExceptionHandler<SessionRefusal, HttpResponse<?>> {
  private final ErrorResponseProcessor<?> form;

  Refusals(ErrorResponseProcessor<?> form) {
    this.form = form;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface it implements is written so
  public HttpResponse<?> handle(HttpRequest request, SessionRefusal refusal) {
    Refused refused = of(refusal);
    return form.processResponse(
        ErrorContext.builder(request).cause(refused).build(),
        HttpResponse.status(refused.kind().status()));
  }

  static Refused of(SessionRefusal refusal) {
    String words = String.valueOf(refusal.getMessage());
    return switch (refusal.kind()) {
      case NO_SUCH_SCENARIO -> ProblemKind.NO_SUCH_SCENARIO.because(words);
      case NOT_FOUND -> ProblemKind.NOT_FOUND.because(words);
      case INVALID ->
          ProblemKind.INVALID_FIELDS.because(
              words, List.of(new FieldError(refusal.field(), refusal.expected(), refusal.got())));
      case ENDED -> ProblemKind.SESSION_ENDED.because(words);
      case PAUSED -> ProblemKind.SESSION_PAUSED.because(words);
      case NOT_ALLOWED -> ProblemKind.FORBIDDEN.because(words);
      case RUN_GOING_ON -> ProblemKind.RUN_IN_PROGRESS.because(words);
      case NO_RUN -> ProblemKind.NO_RUN_IN_PROGRESS.because(words);
      case NO_HINT -> ProblemKind.NO_HINT.because(words);
      case CONFLICT -> ProblemKind.NOT_NOW.because(words);
      case NOT_HEALTHY -> ProblemKind.NOT_HEALTHY_YET.because(words);
      case FULL -> ProblemKind.SESSIONS_FULL.because(words);
      case TOO_FAST -> ProblemKind.OVER_LIMIT.because(words);
      case BUSY, CUT -> ProblemKind.UNAVAILABLE.because(words);
      case GONE -> ProblemKind.NO_SUCH_SESSION.because(words);
      case STORAGE -> ProblemKind.STORAGE_FULL.because(words);
      case UNREADABLE -> ProblemKind.UNREADABLE.because(words);
    };
  }

  /// The console's own refusal.
  static Refused of(SqlRefusal refusal) {
    return sql(String.valueOf(refusal.getMessage()), refusal.expected(), "");
  }

  /// The same as the session passes it on.
  static Refused sql(SessionRefusal refusal) {
    return sql(String.valueOf(refusal.getMessage()), refusal.expected(), refusal.got());
  }

  private static Refused sql(String words, String expected, String got) {
    return ProblemKind.SQL_REFUSED.because(words, List.of(new FieldError("sql", expected, got)));
  }
}
