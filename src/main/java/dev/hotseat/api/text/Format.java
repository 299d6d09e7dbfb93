package dev.hotseat.api.text;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// In which form a client reads an answer: `?format=` decides, else the Accept header, else JSON.
public enum Format {
  JSON(MediaType.APPLICATION_JSON),
  TEXT(MediaType.TEXT_PLAIN),
  MARKDOWN("text/markdown"),
  HTML(MediaType.TEXT_HTML);

  private static final String PARAMETER = "format";

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /// The form a request asks for; an unknown `?format=` counts for nothing.
  public static Format wantedBy(HttpRequest<?> request) {
    return named(request).or(() -> accepted(request)).orElse(JSON);
  }

  /// An answer as JSON, or as text for who wants to read it in a terminal.
  public static MutableHttpResponse<?> answer(
      HttpRequest<?> request, Object json, Supplier<Sheet> text) {
    return wantedBy(request) == TEXT ? TEXT.response(text.get().toString()) : HttpResponse.ok(json);
  }

  /// A text in this format.
  public MutableHttpResponse<String> response(String text) {
    return HttpResponse.ok(text).contentType(mediaType + "; charset=utf-8");
  }

  private static Optional<Format> named(HttpRequest<?> request) {
    return request.getParameters().getFirst(PARAMETER).flatMap(Format::of);
  }

  private static Optional<Format> of(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "json" -> Optional.of(JSON);
      case "text", "txt" -> Optional.of(TEXT);
      case "markdown", "md" -> Optional.of(MARKDOWN);
      case "html" -> Optional.of(HTML);
      default -> Optional.empty();
    };
  }

  /// The first format of the Accept header (which is sorted by preference) that is one of ours.
  private static Optional<Format> accepted(HttpRequest<?> request) {
    for (MediaType type : request.accept()) {
      for (Format format : values()) {
        if (format.mediaType.equals(type.getName())) {
          return Optional.of(format);
        }
      }
      if (type.getName().equals(MediaType.ALL)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
