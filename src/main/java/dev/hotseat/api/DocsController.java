package dev.hotseat.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The API's own description, for machines and for people.
@Controller
final class DocsController {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Hotseat API</title>
        <link rel="stylesheet" href="/assets/swagger-ui/5.34.1/swagger-ui.css">
      </head>
      <body>
        <main id="api"><noscript>Read <a href="/openapi.yaml">/openapi.yaml</a>.</noscript></main>
        <script src="/assets/swagger-ui/5.34.1/swagger-ui-bundle.js"></script>
        <script src="/assets/own/docs.js"></script>
      </body>
      </html>
      """;

  @Get("/openapi.yaml")
  @Produces("application/yaml")
  HttpResponse<String> openApi() {
    return HttpResponse.ok(resource("openapi.yaml"));
  }

  @Get("/docs")
  @Produces(Media.HTML)
  HttpResponse<String> docs() {
    return HttpResponse.ok(PAGE).contentType("text/html; charset=utf-8");
  }

  private static String resource(String name) {
    try (InputStream in = DocsController.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
