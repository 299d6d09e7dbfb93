package dev.hotseat.api.access;

import static dev.hotseat.session.Role.CANDIDATE;
import static dev.hotseat.session.Role.HOST;
import static dev.hotseat.session.Role.INTERVIEWER;
import static dev.hotseat.session.Role.OBSERVER;

import dev.hotseat.session.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may use which route: the whole list. A route that is not on it is closed to everybody, and a
/// test finds it.
///
/// This says which role may knock; what a role then sees inside (a candidate no hidden fault, a
/// report only after the end) the session decides.
public final class Routes {
  private static final Set<Role> ANYONE = Set.of();
  private static final Set<Role> INSIDE = Set.of(CANDIDATE, INTERVIEWER, OBSERVER, HOST);
  private static final Set<Role> ACTING = Set.of(CANDIDATE, INTERVIEWER, HOST);
  private static final Set<Role> IN_THE_SEAT = Set.of(CANDIDATE, HOST);
  private static final Set<Role> LEADING = Set.of(INTERVIEWER, HOST);
  private static final Set<Role> HOSTING = Set.of(HOST);

  private static final Map<String, Set<Role>> RULES =
      rules(
          rule("GET /api/scenarios", ANYONE),
          rule("GET /api/scenarios/{name}", ANYONE),
          rule("POST /api/scenarios/{name}/lint", HOSTING),
          rule("POST /api/scenarios/{name}/hear", HOSTING),
          rule("GET /api/demonstrations", HOSTING),
          rule("POST /api/demonstrations", HOSTING),
          rule("GET /api/demonstrations/{play}", HOSTING),
          rule("DELETE /api/demonstrations/{play}", HOSTING),
          rule("GET /api/sessions", HOSTING),
          rule("POST /api/sessions", HOSTING),
          rule("GET /api/sessions/{id}", INSIDE),
          rule("DELETE /api/sessions/{id}", IN_THE_SEAT),
          rule("GET /api/sessions/{id}/transcript", INSIDE),
          rule("POST /api/sessions/{id}/answers", IN_THE_SEAT),
          rule("POST /api/sessions/{id}/hints", IN_THE_SEAT),
          rule("GET /api/sessions/{id}/levers", INSIDE),
          rule("PATCH /api/sessions/{id}/levers", ACTING),
          rule("GET /api/sessions/{id}/load", INSIDE),
          rule("POST /api/sessions/{id}/load", ACTING),
          rule("DELETE /api/sessions/{id}/load", ACTING),
          rule("GET /api/sessions/{id}/runs", INSIDE),
          rule("GET /api/sessions/{id}/runs/{n}", INSIDE),
          rule("GET /api/sessions/{id}/runs/{a}/compare/{b}", INSIDE),
          rule("GET /api/sessions/{id}/metrics", INSIDE),
          rule("GET /api/sessions/{id}/traces", INSIDE),
          rule("GET /api/sessions/{id}/traces/{traceId}", INSIDE),
          rule("GET /api/sessions/{id}/logs", INSIDE),
          rule("POST /api/sessions/{id}/sql", ACTING),
          rule("GET /api/sessions/{id}/prometheus", INSIDE),
          rule("GET /api/sessions/{id}/sheets", INSIDE),
          rule("GET /api/sessions/{id}/sheets/{sheet}", INSIDE),
          rule("GET /api/sessions/{id}/jobs", INSIDE),
          rule("GET /api/sessions/{id}/faults", INSIDE),
          rule("POST /api/sessions/{id}/faults", ACTING),
          rule("DELETE /api/sessions/{id}/faults", ACTING),
          rule("DELETE /api/sessions/{id}/faults/{fault}", ACTING),
          rule("GET /api/sessions/{id}/actions", INSIDE),
          rule("POST /api/sessions/{id}/actions", ACTING),
          rule("POST /api/sessions/{id}/requests", ACTING),
          rule("GET /api/sessions/{id}/events", INSIDE),
          rule("POST /api/sessions/{id}/pause", ACTING),
          rule("POST /api/sessions/{id}/resume", ACTING),
          rule("POST /api/sessions/{id}/reset", ACTING),
          rule("POST /api/sessions/{id}/end", ACTING),
          rule("GET /api/sessions/{id}/report", INSIDE),
          rule("GET /api/sessions/{id}/replay", INSIDE),
          rule("POST /api/sessions/{id}/notes", LEADING),
          rule("POST /api/sessions/{id}/steer", LEADING),
          rule("GET /api/sessions/{id}/export", ACTING),
          rule("GET /", ANYONE),
          rule("POST /sessions", HOSTING),
          rule("GET /sessions/{id}", INSIDE),
          rule("GET /sessions/{id}/report", INSIDE),
          rule("GET /sessions/{id}/replay", INSIDE),
          rule("POST /sessions/{id}/answers", IN_THE_SEAT),
          rule("POST /sessions/{id}/hints", IN_THE_SEAT),
          rule("GET /static/{version}/{+path}", ANYONE),
          rule("GET /join/{token}", ANYONE),
          rule("GET /health", ANYONE),
          rule("GET /prometheus", HOSTING),
          rule("GET /openapi.yaml", ANYONE),
          rule("GET /docs", ANYONE),
          rule("GET /problems", ANYONE));

  private Routes() {}

  /// Whether the route is on the list.
  ///
  /// @param route method and template, such as `GET /api/sessions/{id}`
  public static boolean known(String route) {
    return RULES.containsKey(route);
  }

  /// Whether nobody is asked who they are.
  public static boolean open(String route) {
    return ANYONE.equals(RULES.get(route));
  }

  /// Whether a role may use a route.
  public static boolean admits(String route, Role role) {
    Set<Role> roles = RULES.getOrDefault(route, ANYONE);
    return open(route) || roles.contains(role);
  }

  /// Every route on the list.
  public static List<String> all() {
    return new ArrayList<>(RULES.keySet());
  }

  private static Map.Entry<String, Set<Role>> rule(String route, Set<Role> roles) {
    return Map.entry(route, roles);
  }

  @SafeVarargs
  private static Map<String, Set<Role>> rules(Map.Entry<String, Set<Role>>... rules) {
    Map<String, Set<Role>> byRoute = new LinkedHashMap<>();
    for (Map.Entry<String, Set<Role>> rule : rules) {
      byRoute.put(rule.getKey(), rule.getValue());
    }
    return byRoute;
  }
}
