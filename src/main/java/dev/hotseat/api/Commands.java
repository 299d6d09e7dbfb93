package dev.hotseat.api;

import io.micronaut.http.HttpRequest;

/// Command lines to copy, with the session's real address in them.
///
/// The token itself is never printed again: where one was sent, the line refers to the shell
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

  /// Reads something below the address; empty for the address itself.
  String get(String path) {
    return start + quoted(path);
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

  private String quoted(String path) {
    String mark = path.contains("?") ? "&" : "?";
    return "'" + address + (path.isEmpty() ? "" : "/" + path) + mark + "format=text'";
  }
}
