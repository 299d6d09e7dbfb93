package dev.hotseat.live.shortener;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which targets a link may have.
///
/// Judges by the text alone. A name that resolves to an address in a closed network passes: no name
/// is looked up here, and one that is harmless today can be pointed elsewhere tomorrow, so that
/// check belongs to whoever fetches the target.
final class UrlRules {
  /// Longest target.
  static final int LENGTH_MAX = 2048;

  private static final List<String> CLOSED_SUFFIXES =
      List.of("localhost", "local", "internal", "intranet", "lan", "home.arpa", "onion", "invalid");
  private static final boolean[] ALLOWED = allowed();

  private final Set<String> ownHosts;

  /// @param ownHosts names under which the shortener itself is reached, in small letters
  UrlRules(Set<String> ownHosts) {
    this.ownHosts = Set.copyOf(ownHosts);
  }

  /// What is wrong with a target, if anything.
  ///
  /// @param calledAs the host name by which the client reached us, empty if unknown
  Optional<Objection> objection(String url, String calledAs) {
    if (url.length() > LENGTH_MAX) {
      return no("url-too-long", "At most " + LENGTH_MAX + " characters, got " + url.length());
    }
    int odd = oddCharacter(url);
    if (odd >= 0) {
      return no("bad-url", "Character " + odd + " must be percent-encoded or is not allowed");
    }
    int authority = afterScheme(url);
    if (authority < 0) {
      return no("bad-scheme", "Only http:// and https:// links can be shortened");
    }
    return authorityObjection(url.substring(authority, endOfAuthority(url, authority)), calledAs);
  }

  private Optional<Objection> authorityObjection(String authority, String calledAs) {
    if (authority.indexOf('@') >= 0) {
      return no("bad-url", "A user name in front of the host hides where the link leads");
    }
    if (authority.startsWith("[")) {
      int close = authority.indexOf(']');
      return close < 0 || !isPort(authority.substring(close + 1))
          ? no("bad-url", "The bracket or the port does not end well")
          : v6Objection(authority.substring(1, close));
    }
    int colon = authority.indexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (colon >= 0 && !isPort(authority.substring(colon))) {
      return no("bad-url", "The port must be a number from 1 to 65535");
    }
    return hostObjection(host.toLowerCase(Locale.ROOT), bareHost(calledAs));
  }

  private Optional<Objection> hostObjection(String spelled, String calledAs) {
    String host = spelled.endsWith(".") ? spelled.substring(0, spelled.length() - 1) : spelled;
    if (!isHostName(host)) {
      return no("bad-url", "That is not a host name");
    }
    if (ownHosts.contains(host) || host.equals(calledAs)) {
      return no("self-reference", "A short link cannot lead to a short link");
    }
    if (Addresses.looksNumeric(host)) {
      long address = Addresses.v4(host);
      return address < 0
          ? no("bad-url", "That is not an address")
          : Addresses.closedV4(address).flatMap(UrlRules::closed);
    }
    return isClosedName(host) ? closed("a name of a private network") : Optional.empty();
  }

  private static Optional<Objection> v6Objection(String text) {
    return Addresses.v6(text)
        .map(groups -> Addresses.closedV6(groups).flatMap(UrlRules::closed))
        .orElseGet(() -> no("bad-url", "That is not an address"));
  }

  private static boolean isClosedName(String host) {
    return host.indexOf('.') < 0
        || CLOSED_SUFFIXES.stream()
            .anyMatch(suffix -> host.endsWith(suffix) && isWholeLabel(host, suffix));
  }

  private static boolean isWholeLabel(String host, String suffix) {
    int before = host.length() - suffix.length() - 1;
    return before < 0 || host.charAt(before) == '.';
  }

  private static boolean isHostName(String host) {
    if (host.isEmpty() || host.length() > 253) {
      return false;
    }
    int labelStart = 0;
    for (int i = 0; i <= host.length(); i++) {
      if (i == host.length() || host.charAt(i) == '.') {
        if (i == labelStart || i - labelStart > 63) {
          return false;
        }
        labelStart = i + 1;
      } else if (!isNameCharacter(host.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
  }

  private static boolean isPort(String text) {
    if (text.isEmpty()) {
      return true;
    }
    String digits = text.substring(1);
    return text.charAt(0) == ':'
        && digits.matches("[0-9]{1,5}")
        && Integer.parseInt(digits) >= 1
        && Integer.parseInt(digits) <= 65_535;
  }

  private static int oddCharacter(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c >= ALLOWED.length || !ALLOWED[c]) {
        return i;
      }
    }
    return -1;
  }

  /// Printable ASCII without what browsers disagree about.
  private static boolean[] allowed() {
    boolean[] allowed = new boolean[0x7F];
    for (char c = '!'; c < allowed.length; c++) {
      allowed[c] = "\"<>\\^`{|}".indexOf(c) < 0;
    }
    return allowed;
  }

  private static int afterScheme(String url) {
    for (String scheme : List.of("https://", "http://")) {
      if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return scheme.length();
      }
    }
    return -1;
  }

  private static int endOfAuthority(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return url.length();
  }

  private static String bareHost(String hostHeader) {
    int colon = hostHeader.lastIndexOf(':');
    String host = colon > hostHeader.lastIndexOf(']') ? hostHeader.substring(0, colon) : hostHeader;
    return host.toLowerCase(Locale.ROOT);
  }

  private static Optional<Objection> closed(String network) {
    return no("private-target", "The target lies in " + network);
  }

  private static Optional<Objection> no(String reason, String detail) {
    return Optional.of(Objection.to("url", reason, detail));
  }
}
