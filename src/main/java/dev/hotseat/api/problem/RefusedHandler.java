package dev.hotseat.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// Hands our own refusals to the one place that writes problems.
@Singleton
final class RefusedHandler implements ExceptionHandler<Refused, HttpResponse<?>> {
  private final ErrorResponseProcessor<?> form;

  RefusedHandler(ErrorResponseProcessor<?> form) {
    this.form = form;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface it implements is written so
  public HttpResponse<?> handle(HttpRequest request, Refused refused) {
    return form.processResponse(
        ErrorContext.builder(request).cause(refused).build(),
        HttpResponse.status(refused.kind().status()));
  }
}
