package dev.hotseat.benchmarks;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/// What [GateCost] compares with: the least a controller can do to send somebody on.
@Controller("/bare")
@Requires(property = "bare.redirect")
final class BareRedirect {
  private final Answer answer;

  BareRedirect(Answer answer) {
    this.answer = answer;
  }

  @Get("/{code}")
  HttpResponse<?> follow(String code) {
    return HttpResponse.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, answer.location())
        .header(HttpHeaders.CACHE_CONTROL, answer.cacheControl());
  }

  /// The redirect to return.
  record Answer(String location, String cacheControl) {}
}
