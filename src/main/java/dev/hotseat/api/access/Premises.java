package dev.hotseat.api.access;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where the server stands: on this machine only, or open to others, and under which names.
@Singleton
public final class Premises {
  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /// Marks that somebody stands between the client and us; the address we see is then not theirs.
  private static final List<String> PROXY_MARKS =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final boolean loopback;
  private final Set<String> publicNames;

  Premises(@Property(name = "micronaut.server.host") String host, AccessConfig config) {
    this.loopback = isLoopback(host);
    this.publicNames =
        Set.copyOf(
            config.publicHosts().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
  }

  /// Whether only this machine can reach the server.
  public boolean loopback() {
    return loopback;
  }

  /// Whether a caller without a token is taken for the host: the request was made on this machine,
  /// to this machine, with nobody in between.
  boolean trusts(HttpRequest<?> request) {
    return loopback
        && LOOPBACK_NAMES.contains(nameOf(request))
        && PROXY_MARKS.stream().noneMatch(mark -> request.getHeaders().contains(mark));
  }

  /// Whether the request names this server. Bound to other addresses, any name may be ours; on
  /// loopback a foreign name is a page of another site that has its own name point at us.
  boolean answersTo(HttpRequest<?> request) {
    String name = nameOf(request);
    return !loopback || LOOPBACK_NAMES.contains(name) || publicNames.contains(name);
  }

  private static String nameOf(HttpRequest<?> request) {
    String host = request.getHeaders().get("Host");
    return host == null ? "" : withoutPort(host.strip().toLowerCase(Locale.ROOT));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean port =
        colon > 0 && colon > host.lastIndexOf(']') && host.indexOf(':') == colon
            || colon > 0 && host.startsWith("[") && colon > host.indexOf(']');
    return port ? host.substring(0, colon) : host;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
