package dev.hotseat.api.body;

import dev.hotseat.api.problem.ProblemKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A body as it came: a JSON object, or words for those who type at a terminal.
///
/// `curl -d` calls whatever it sends a form. So only a body that says it is JSON must be; any other
/// that begins with a brace is read as JSON too, and the rest as words.
public final class Sent {
  private static final String FORM_TEXT = "text=";

  private final byte[] body;
  private final boolean json;
  private final boolean form;

  private Sent(byte[] body, boolean json, boolean form) {
    this.body = body;
    this.json = json;
    this.form = form;
  }

  /// The body of a request.
  public static Sent in(HttpRequest<byte[]> request) {
    String type = request.getContentType().map(MediaType::getName).orElse("");
    byte[] bytes = request.getBody().orElse(new byte[0]);
    boolean json = type.equals(MediaType.APPLICATION_JSON) || startsWithBrace(bytes);
    return new Sent(bytes, json, type.equals(MediaType.APPLICATION_FORM_URLENCODED));
  }

  /// Whether it is, or claims to be, JSON. An absent body is neither.
  public boolean isJson() {
    return json && body.length > 0;
  }

  /// The JSON object, without fields where there is no body.
  public Fields fields() {
    if (!json && body.length > 0) {
      throw ProblemKind.MALFORMED_JSON.because(
          "It stops being JSON at line 1, column 1: an object in braces is expected.");
    }
    return Fields.ofOptional(body);
  }

  /// The words, trimmed; empty where there is no body.
  public String words() {
    String text = Bodies.text(body);
    if (form && text.startsWith(FORM_TEXT)) {
      return decoded(text.substring(FORM_TEXT.length())).strip();
    }
    return text.strip();
  }

  /// Words of the shape `cache=local single-flight=on because it stampedes`: settings first, the
  /// rest in `reason`. Words before the first setting are in `subject`.
  public Settings settings() {
    Map<String, String> values = new LinkedHashMap<>();
    StringBuilder subject = new StringBuilder();
    String rest = words();
    while (!rest.isEmpty()) {
      String[] cut = rest.split("\\s+", 2);
      int equals = cut[0].indexOf('=');
      if (equals > 0) {
        values.put(cut[0].substring(0, equals), cut[0].substring(equals + 1));
      } else if (values.isEmpty() && !isReason(cut[0])) {
        subject.append(subject.isEmpty() ? "" : " ").append(cut[0]);
      } else {
        break;
      }
      rest = cut.length == 2 ? cut[1] : "";
    }
    return new Settings(subject.toString(), values, rest.replaceFirst("^because\\s+", ""));
  }

  /// What settings in words say.
  ///
  /// @param subject words before the first setting, such as the name of a profile
  /// @param values the settings, in order
  /// @param reason words after the last setting
  public record Settings(String subject, Map<String, String> values, String reason) {
    /// A setting as a number.
    public Optional<Double> number(String name) {
      String text = values.get(name);
      return text == null ? Optional.empty() : Optional.of(parsed(name, text));
    }

    private static double parsed(String name, String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException notANumber) {
        throw ProblemKind.field(name, "a number", "\"" + text + "\"");
      }
    }
  }

  private static boolean isReason(String word) {
    return word.equals("because");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static boolean startsWithBrace(byte[] body) {
    for (byte each : body) {
      if (!Character.isWhitespace(each)) {
        return each == '{';
      }
    }
    return false;
  }
}
