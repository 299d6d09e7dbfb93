package dev.hotseat.api.problem;

import dev.hotseat.api.text.Format;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// Writes every refusal and failure, ours or the framework's, as a problem document; as readable
/// text for a client that asks for `text/plain`.
@Singleton
@Primary
final class ProblemForm implements ErrorResponseProcessor<Object> {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Diagnosis diagnosis;

  ProblemForm(Diagnosis diagnosis) {
    this.diagnosis = diagnosis;
  }

  @Override
  @SuppressWarnings("unchecked") // the body's type is what this method decides
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    Problem problem = diagnosis.of(context, response.status());
    MutableHttpResponse<Object> answer = (MutableHttpResponse<Object>) response;
    answer.status(problem.status());
    HttpMethod method = context.getRequest().getMethod();
    if (method == HttpMethod.HEAD || method == HttpMethod.OPTIONS) {
      return answer;
    }
    return Format.wantedBy(context.getRequest()) == Format.TEXT
        ? answer.<Object>body(problem.asText()).contentType(TEXT)
        : answer.<Object>body(problem).contentType(Problem.MEDIA_TYPE);
  }
}
