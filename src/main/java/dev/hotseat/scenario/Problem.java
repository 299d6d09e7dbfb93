package dev.hotseat.scenario;

import io.micronaut.serde.annotation.Serdeable;

/// Something wrong, or doubtful, in a scenario folder, for the person who writes it.
///
/// @param file path inside the folder, such as `interview.yaml`
/// @param line counted from 1
/// @param column in characters, counted from 1
/// @param severity an error keeps the scenario from being offered, a warning does not
/// @param message what is wrong, one sentence without a full stop
/// @param expected what would have been right there, empty where the message says it all
/// @param nearest the word that was probably meant, empty where none is near
@Serdeable
public record Problem(
    String file,
    int line,
    int column,
    Severity severity,
    String message,
    String expected,
    String nearest) {

  /// How bad it is.
  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /// One line, as compilers print it.
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(line).append(':').append(column).append(": ");
    text.append(isError() ? "error: " : "warning: ").append(message);
    if (!expected.isEmpty()) {
      text.append("; expected ").append(expected);
    }
    if (!nearest.isEmpty()) {
      text.append("; did you mean '").append(nearest).append("'?");
    }
    return text.toString();
  }
}
