package dev.hotseat.live.shortener;

import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.Visit;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// How links look from outside.
final class Presentation {
  /// Where a link leads when nobody says under which name the shortener was reached.
  static final String USUAL_HOST = "sho.example";

  /// Names the shortener is known by.
  static final Set<String> OWN_HOSTS = Set.of(USUAL_HOST, "www." + USUAL_HOST);

  private static final long PERMANENT_SECONDS = 365L * 24 * 3600;
  private static final String PERMANENT = "public, max-age=" + PERMANENT_SECONDS;
  private static final String NOT_KEPT = "private, no-store";

  /// A new link, or the one that was there already.
  Reply created(int status, Visit visit, Link link) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json", "Location", "links/" + link.code()),
        described(visit, link, ""),
        null);
  }

  /// A link's description.
  Reply inspected(Visit visit, Link link, long nowMillis) {
    String state = link.deleted() ? "deleted" : link.expired(nowMillis) ? "expired" : "live";
    return Reply.json(200, described(visit, link, ",\"state\":\"" + state + "\""));
  }

  /// How often it was followed.
  Reply stats(String code, long clicks) {
    return Reply.json(200, "{\"code\":\"" + code + "\",\"clicks\":" + clicks + "}");
  }

  /*
   * Nothing here needs escaping: codes are letters, digits, dash and underscore; targets were
   * refused if they held a quote, a backslash or a control character; and the host is cleaned.
   */
  private static String described(Visit visit, Link link, String more) {
    return "{\"code\":\""
        + link.code()
        + "\",\"shortUrl\":\""
        + base(visit)
        + link.code()
        + "\",\"url\":\""
        + link.url()
        + "\",\"createdAt\":\""
        + Instant.ofEpochMilli(link.createdMillis())
        + "\",\"expiresAt\":\""
        + Instant.ofEpochMilli(link.expiresMillis())
        + "\""
        + more
        + "}";
  }

  /*
   * The gate says where it is mounted in the usual forwarding header; a call from inside the
   * process has neither host nor mount.
   */
  private static String base(Visit visit) {
    String host = visit.call().header("host", "");
    String mount = visit.call().header("x-forwarded-prefix", "");
    return host.isEmpty() || !isPlain(host + mount)
        ? "https://" + USUAL_HOST + "/"
        : "http://" + host + mount + "/";
  }

  private static boolean isPlain(String text) {
    return text.chars()
        .allMatch(c -> c < 0x7F && (Character.isLetterOrDigit(c) || "[]:.-_/".indexOf(c) >= 0));
  }

  /// Sends a visitor on.
  Reply redirect(Link link, int status, long nowMillis) {
    String control = NOT_KEPT;
    if (status == 301) {
      long left = (link.expiresMillis() - nowMillis) / 1000;
      control = left >= PERMANENT_SECONDS ? PERMANENT : "public, max-age=" + left;
    }
    return new Reply(status, Map.of("Location", link.url(), "Cache-Control", control), "", null);
  }

  /// There is no such link.
  static Reply unknown(String code) {
    return Reply.refused(404, new Why("not-found", "code", "No link has the code " + code));
  }

  /// There was one.
  static Reply gone(Link link) {
    return link.deleted()
        ? Reply.refused(410, new Why("deleted", "code", "The link was taken down"))
        : Reply.refused(410, new Why("expired", "code", "The link's time is over"));
  }
}
