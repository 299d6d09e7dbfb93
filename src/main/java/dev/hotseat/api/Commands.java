package dev.hotseat.api;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;

/// Command lines to copy as a block, its first line naming the session.
///
/// The token itself is never printed again: where one was sent, the lines refer to the shell
/// variable `T` that the answer to opening a session told the reader to set.
final class Commands {
  private final String start;
  private final String address;

  private Commands(String start, String address) {
    this.start = start;
    this.address = address;
  }

  static Commands of(HttpRequest<?> request, String address) {
    String token = request.getHeaders().contains("Authorization") ? "-H \"$T\" " : "";
    return new Commands("curl -s " + token, address);
  }

  /// The lines behind the one that says which session they are about.
  List<String> block(List<String> lines) {
    return Stream.concat(Stream.of("H='" + address + "'"), lines.stream()).toList();
  }

  /// The same for a few lines.
  List<String> block(String... lines) {
    return block(List.of(lines));
  }

  /// Reads something below the address; empty for the address itself.
  String get(String path) {
    return start + quoted(path);
  }

  /// Keeps something below the address in a file, as it is.
  String save(String path, String file) {
    return start + "\"$H/" + path + "\" -o " + file;
  }

  /// Sends a body, in the shell's single quotes.
  String send(String path, String body) {
    return start + quoted(path) + " -d '" + body.replace("'", "'\\''") + "'";
  }

  /// Uses another method, with a body.
  String with(String method, String path, String body) {
    String data = body.isEmpty() ? "" : " -d '" + body.replace("'", "'\\''") + "'";
    return start + "-X " + method + " " + quoted(path) + data;
  }

  private static String quoted(String path) {
    String mark = path.contains("?") ? "&" : "?";
    return "\"$H" + (path.isEmpty() ? "" : "/" + path) + mark + "format=text\"";
  }
}
