package dev.hotseat.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.session.Role;
import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route with every role, in one's own session and in another's; made from the route table.
class AuthorisationTest {
  private static final Server SERVER = Server.shared();
  private static final Opened OTHERS = SERVER.open("practice");
  private static final List<Role> SEATED = List.of(Role.CANDIDATE, Role.INTERVIEWER, Role.OBSERVER);
  private static final Set<String> DESTRUCTIVE =
      Set.of("DELETE /api/sessions/{id}", "POST /api/sessions/{id}/end");
  private static Opened own = SERVER.open("practice");

  static List<String> routes() {
    return SERVER
        .bean(Router.class)
        .uriRoutes()
        .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString())
        .filter(route -> !route.startsWith("HEAD "))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() {
    assertThat(new TreeSet<>(routes())).isEqualTo(new TreeSet<>(Routes.all()));
  }

  @Test
  void nobodyMayDoEverythingWithoutBeingAsked() {
    Set<String> open = Routes.all().stream().filter(Routes::open).collect(Collectors.toSet());

    assertThat(open)
        .containsExactlyInAnyOrder(
            "GET /",
            "GET /api/scenarios",
            "GET /api/scenarios/{name}",
            "GET /static/{version}/{+path}",
            "GET /join/{token}",
            "GET /health",
            "GET /openapi.yaml",
            "GET /docs",
            "GET /problems");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void asksWhoIsThere(String route) throws IOException {
    int status = status(route, own, "a-token-nobody-has");

    if (Routes.open(route)) {
      assertThat(status).isNotEqualTo(401);
    } else {
      assertThat(status).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void hidesOtherSessionsAndKeepsRolesToTheirOwn(String route) throws IOException {
    for (Role role : SEATED) {
      String token = own.token(role.word());
      if (route.contains("/sessions/{id}")) {
        assertThat(status(route, OTHERS, token)).as(role + " in another session").isEqualTo(404);
      }
      if (Routes.admits(route, role)) {
        assertThat(status(route, own, token)).as(role + " may").isNotIn(401, 403);
      } else {
        assertThat(status(route, own, token)).as(role + " may not").isEqualTo(403);
      }
      if (DESTRUCTIVE.contains(route) && Routes.admits(route, role)) {
        own = SERVER.open("practice");
      }
    }
  }

  @Test
  void letsABrowserInByAJoinLink() {
    Answer joined =
        SERVER.call("GET", own.json().get("joinLinks").get("observer").asString()).send();
    String cookie = joined.header("Set-Cookie");

    assertThat(joined.status()).isEqualTo(303);
    assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "Path=/sessions/");
    Answer inside =
        SERVER
            .call("GET", joined.header("Location"))
            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .send();
    assertThat(inside.status()).isEqualTo(200);
    Answer acting =
        SERVER
            .call("POST", own.path() + "/answers")
            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .text("hello")
            .send();
    assertThat(acting.status()).isEqualTo(403);
  }

  @Test
  void opensNothingByAJoinLinkThatIsNone() {
    assertThat(SERVER.call("GET", "/join/nothing").send().status()).isEqualTo(404);
    assertThat(SERVER.call("GET", "/join/" + "x".repeat(500)).send().status()).isEqualTo(404);
  }

  @Test
  void refusesWhatAnotherSiteSends() {
    assertThat(crossing("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(crossing("Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(crossing("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(crossing("Origin", "null")).isEqualTo(403);
    assertThat(crossing("Origin", SERVER.origin())).isEqualTo(200);
    assertThat(crossing("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
  }

  private static int crossing(String header, String value) {
    return own.as("candidate", "PATCH", "/levers")
        .header(header, value)
        .text("cache=local because of a test")
        .send()
        .status();
  }

  @Test
  void tellsBrowsersToBeStrict() {
    Answer answer = SERVER.call("GET", "/docs").send();

    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
  }

  private static int status(String route, Opened session, String token) throws IOException {
    String[] parts = route.split(" ", 2);
    String path =
        parts[1]
            .replace("{id}", session.json().get("id").asString())
            .replaceAll("\\{(n|a|b)}", "1")
            .replace("{name}", "url-shortener")
            .replaceAll("\\{\\+?\\w+}", "nothing");
    HttpResponse<java.io.InputStream> response = SERVER.call(parts[0], path).bearer(token).stream();
    response.body().close();
    return response.statusCode();
  }
}
