package dev.hotseat.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A refusal as a client reads it (RFC 9457).
///
/// @param type where the kind is explained; the same for every problem of the kind
/// @param title the kind in one line; constant
/// @param status HTTP status
/// @param detail what was wrong this time
/// @param definite whether certainly nothing has changed
/// @param errors the fields at fault, empty where it is not about fields
@Serdeable
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    boolean definite,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

  /// `application/problem+json`.
  public static final MediaType MEDIA_TYPE = MediaType.of("application/problem+json");

  /// The problem for a reader at a terminal.
  public String asText() {
    StringBuilder text = new StringBuilder();
    text.append(status).append(' ').append(title).append('\n');
    if (errors.stream().noneMatch(each -> each.asText().startsWith(detail))) {
      text.append(detail).append('\n');
    }
    errors.forEach(each -> text.append("  ").append(each.asText()).append('\n'));
    return text.append("more: ").append(type).append('\n').toString();
  }
}
