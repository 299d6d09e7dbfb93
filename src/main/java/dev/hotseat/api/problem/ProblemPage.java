package dev.hotseat.api.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/// Explains every problem; the `type` of a problem points here.
@Controller("/problems")
final class ProblemPage {
  @Get
  @Produces("text/markdown")
  HttpResponse<String> page() {
    return HttpResponse.ok(markdown()).contentType("text/markdown; charset=utf-8");
  }

  /// The reference page, made from the list of kinds.
  static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Problems

            Every refusal and failure has this form ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), as
            `application/problem+json`, or as text for a client that asks for `text/plain`:

            ```json
            {
              "type": "/problems#invalid-fields",
              "title": "Some fields are not right",
              "status": 422,
              "detail": "ratePerSecond: expected a number from 0.01 to 1000000, got -5",
              "definite": true,
              "errors": [
                {"field": "ratePerSecond", "expected": "a number from 0.01 to 1000000", "got": "-5"}
              ]
            }
            ```

            `definite` says that certainly nothing was changed. Where it is false, look before you try again.
            Failed calls to a live system carry besides `why` (a reason code), `where` and `traceId`.

            | type | status | title | what to do |
            |---|---|---|---|
            """);
    for (ProblemKind kind : ProblemKind.values()) {
      page.append("| <a id=\"")
          .append(kind.slug())
          .append("\"></a>`")
          .append(kind.slug())
          .append("` | ")
          .append(kind.status().getCode())
          .append(" | ")
          .append(kind.title())
          .append(" | ")
          .append(kind.remedy())
          .append(kind.definite() ? "" : " Not definite.")
          .append(" |\n");
    }
    return page.append(
            "| <a id=\"why\"></a>`why` | of the live system | a live system's own refusal | `why`,"
                + " `where` and the trace say what happened |\n")
        .toString();
  }
}
