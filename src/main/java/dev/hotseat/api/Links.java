package dev.hotseat.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;

/// Addresses of this server as the client itself would write them.
@Singleton
final class Links {
  private final HttpHostResolver hosts;

  Links(HttpHostResolver hosts) {
    this.hosts = hosts;
  }

  String live(HttpRequest<?> request, String liveId) {
    return hosts.resolve(request) + "/live/" + liveId;
  }

  String session(HttpRequest<?> request, String id) {
    return hosts.resolve(request) + "/api/sessions/" + id;
  }

  String join(HttpRequest<?> request, String token) {
    return hosts.resolve(request) + "/join/" + token;
  }

  String sessions(HttpRequest<?> request) {
    return hosts.resolve(request) + "/api/sessions";
  }

  /// Scheme, host and port.
  String origin(HttpRequest<?> request) {
    return hosts.resolve(request);
  }
}
