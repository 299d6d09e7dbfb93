package dev.hotseat.live.shortener;

import static dev.hotseat.live.shortener.Rig.body;
import static dev.hotseat.live.shortener.Rig.code;
import static dev.hotseat.live.shortener.Rig.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotseat.exchange.Call;
import dev.hotseat.exchange.Reply;
import dev.hotseat.exchange.Why;
import dev.hotseat.live.LiveSystem.TraceQuery;
import dev.hotseat.telemetry.Span;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shortener says to a client, operation by operation.
class HttpTest {
  private static final Rig RIG = new Rig("guard", "unique-constraint");

  @AfterAll
  static void close() {
    RIG.close();
  }

  @Test
  void aCreationSaysWhereTheLinkIsAndHowItLooks() {
    Reply reply = RIG.create(Rig.TARGET);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.headers()).containsEntry("Location", "links/" + code(reply));
    assertThat(body(reply).get("url").asString()).isEqualTo(Rig.TARGET);
    assertThat(body(reply).get("shortUrl").asString()).endsWith("/" + code(reply));
  }

  @Test
  void aShortUrlStandsUnderTheNameTheClientUsed() {
    Reply reply =
        RIG.system.handle(
            Call.post(
                "/links",
                "{\"url\":\"" + Rig.TARGET + "\"}",
                Map.of("host", "localhost:8080", "x-forwarded-prefix", "/live/abc"),
                RIG.now()));

    assertThat(body(reply).get("shortUrl").asString())
        .isEqualTo("http://localhost:8080/live/abc/" + code(reply));
  }

  @Test
  void aLinkLeadsWhereItWasMadeToLead() {
    Reply reply = RIG.follow(code(RIG.create(Rig.TARGET)));

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.headers())
        .containsEntry("Location", Rig.TARGET)
        .containsEntry("Cache-Control", "private, no-store");
  }

  @Test
  void anUnknownCodeIsNotFound() {
    Reply reply = RIG.follow("nobodymadethis");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reason(reply)).isEqualTo("not-found");
  }

  @Test
  void anImpossibleCodeIsNotFoundEither() {
    assertThat(RIG.follow("a%20b").status()).isEqualTo(404);
    assertThat(RIG.follow("x".repeat(33)).status()).isEqualTo(404);
  }

  @Test
  void anAliasIsKeptForWhoeverWasFirst() {
    assertThat(code(RIG.createAlias("spring", "eu"))).isEqualTo("spring");

    Reply second = RIG.createAlias("spring", "eu");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.why()).map(Why::reason).hasValue("alias-taken");
    assertThat(second.why()).map(Why::where).hasValue("alias");
  }

  private static String made(int ttlSeconds) {
    return code(RIG.create("{\"url\":\"" + Rig.TARGET + "\",\"ttl\":" + ttlSeconds + "}", "eu"));
  }

  @Test
  void aLinkIsGoneAfterItsTime() {
    String lasting = made(600);
    String code = made(1);

    await().until(() -> RIG.follow(code).status() == 410);

    assertThat(RIG.follow(lasting).status()).isEqualTo(302);
    assertThat(reason(RIG.follow(code))).isEqualTo("expired");
    assertThat(body(RIG.get("/links/" + code, Map.of())).get("state").asString())
        .isEqualTo("expired");
  }

  @Test
  void aDeletedLinkIsGoneAndStaysKnown() {
    String code = code(RIG.create(Rig.TARGET));

    assertThat(RIG.delete(code, "eu").status()).isEqualTo(204);

    assertThat(RIG.follow(code).status()).isEqualTo(410);
    assertThat(reason(RIG.follow(code))).isEqualTo("deleted");
    assertThat(RIG.delete(code, "eu").status()).isEqualTo(410);
    assertThat(RIG.createAlias(code, "eu").status()).isEqualTo(409);
  }

  @Test
  void whatIsNotThereCannotBeDeletedInspectedOrCounted() {
    assertThat(RIG.delete("nobodymadethis", "eu").status()).isEqualTo(404);
    assertThat(RIG.get("/links/nobodymadethis", Map.of()).status()).isEqualTo(404);
    assertThat(RIG.get("/links/nobodymadethis/stats", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void anOwnerSeesEveryClick() {
    String code = code(RIG.create(Rig.TARGET));
    for (int i = 0; i < 3; i++) {
      RIG.follow(code);
    }

    Reply stats = RIG.get("/links/" + code + "/stats", Map.of());

    assertThat(body(stats).get("clicks").asInt()).isEqualTo(3);
  }

  @Test
  void inspectingIsNoClick() {
    String code = code(RIG.create(Rig.TARGET));

    Reply seen = RIG.get("/links/" + code, Map.of());

    assertThat(body(seen).get("state").asString()).isEqualTo("live");
    assertThat(body(RIG.get("/links/" + code + "/stats", Map.of())).get("clicks").asInt()).isZero();
  }

  @Test
  void aVisitFromFarAwayShowsWhereItsTimeWent() {
    RIG.follow(RIG.catalogue.code(5), "ap");

    assertThat(RIG.system.traces(new TraceQuery("redirect", false, 300, 500, false)))
        .filteredOn(trace -> trace.region().equals("ap"))
        .singleElement()
        .satisfies(trace ->
            assertThat(trace.spans())
                .extracting(Span::hop)
                .containsExactly(
                    "client.ap>edge.ap",
                    "edge.ap>app.ap",
                    "app.ap>app.eu",
                    "app.eu>store",
                    "app.ap>app.eu",
                    "app.eu>clicks",
                    "clicks>disk"));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /links, 'POST'",
    "GET, /links, 'POST'",
    "POST, /abc, 'GET, HEAD'",
    "PUT, /links/abc, 'GET, DELETE'",
    "POST, /links/abc/stats, 'GET'",
  })
  void aPathSaysWhichMethodsItUnderstands(String method, String path, String allowed) {
    Reply reply = RIG.send(method, path, Map.of());

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("Allow", allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "", "/a/b", "/links/a/b", "/links/a/stats/b"})
  void aPathThatLeadsNowhereIsNoOperation(String path) {
    assertThat(RIG.get(path, Map.of()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | 400 | bad-json      | body",
        "{\"url\":                                   | 400 | bad-json      | body",
        "{\"url\":\"https://a.example\",\"url\":\"https://b.example\"} | 400 | bad-json | body",
        "[]                                          | 422 | bad-body      | body",
        "{}                                          | 422 | bad-url       | url",
        "{\"url\":\"\"}                              | 422 | bad-url       | url",
        "{\"url\":7}                                 | 422 | bad-url       | url",
        "{\"url\":\"ftp://a.example/x\"}             | 422 | bad-scheme    | url",
        "{\"url\":\"http://127.0.0.1/\"}             | 422 | private-target| url",
        "{\"url\":\"http://sho.example/abc\"}        | 422 | self-reference| url",
        "{\"url\":\"https://a.example\",\"alias\":\"a b\"}   | 422 | bad-alias | alias",
        "{\"url\":\"https://a.example\",\"alias\":\"ab\"}    | 422 | bad-alias | alias",
        "{\"url\":\"https://a.example\",\"alias\":\"links\"} | 422 | bad-alias | alias",
        "{\"url\":\"https://a.example\",\"ttl\":0}           | 422 | bad-ttl   | ttl",
        "{\"url\":\"https://a.example\",\"ttl\":1.5}         | 422 | bad-ttl   | ttl",
        "{\"url\":\"https://a.example\",\"ttl\":99999999999999999999} | 422 | bad-ttl | ttl",
        "{\"url\":\"https://a.example\",\"colour\":1}        | 422 | unknown-field | colour",
      })
  void aBadCreationNamesWhatIsWrong(String body, int status, String reason, String field) {
    Reply reply = RIG.create(body, "eu");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.why()).map(Why::reason).hasValue(reason);
    assertThat(reply.why()).map(Why::where).hasValue(field);
  }

  @Test
  void aTargetMayBeLongButNotEndless() {
    String base = "https://www.example.com/";

    assertThat(RIG.create(base + "x".repeat(2048 - base.length())).status()).isEqualTo(201);
    assertThat(reason(RIG.create(base + "x".repeat(2049 - base.length()))))
        .isEqualTo("url-too-long");
    assertThat(RIG.create("x".repeat(20_000)).status()).isEqualTo(413);
  }

  @Test
  void aTargetCannotBeTheShortenerUnderTheNameOfTheDay() {
    Reply reply =
        RIG.system.handle(
            Call.post(
                "/links",
                "{\"url\":\"https://go.company.example/abc\"}",
                Map.of("host", "go.company.example:8080"),
                RIG.now()));

    assertThat(reason(reply)).isEqualTo("self-reference");
  }

  @Nested
  class WithAnotherRedirect {
    @ParameterizedTest
    @CsvSource({
      "301, 'public, max-age=31536000'",
      "302, 'private, no-store'",
      "307, 'private, no-store'"
    })
    void theCachingRuleFitsTheKind(int status, String control) {
      try (Rig rig = new Rig("redirect", Integer.toString(status))) {
        Reply reply = rig.follow(rig.catalogue.code(0));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers()).containsEntry("Cache-Control", control);
      }
    }

    @Test
    void aPermanentRedirectIsNotKeptBeyondTheLinksLife() {
      try (Rig rig = new Rig("redirect", "301")) {
        Reply created = rig.create("{\"url\":\"" + Rig.TARGET + "\",\"ttl\":60}", "eu");

        String control = rig.follow(code(created)).headers().getOrDefault("Cache-Control", "");

        assertThat(control).matches("public, max-age=(59|60)");
      }
    }
  }

  @Nested
  class WithACreationLimit {
    @Test
    void oneClientIsTurnedAwayAndAnotherIsNot() {
      try (Rig rig = new Rig("creation-limit", "per-client", "creations-per-minute", "30")) {
        Reply last = createAs(rig, "greedy");
        int made = 0;
        while (last.status() == 201 && made < 100) {
          made++;
          last = createAs(rig, "greedy");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.why()).map(Why::reason).hasValue("limit");
        assertThat(Integer.parseInt(last.headers().getOrDefault("Retry-After", ""))).isPositive();
        assertThat(made).isBetween(5, 8);
        assertThat(createAs(rig, "modest").status()).isEqualTo(201);
      }
    }

    private static Reply createAs(Rig rig, String client) {
      return rig.system.handle(
          Call.post(
              "/links", "{\"url\":\"" + Rig.TARGET + "\"}", Map.of("x-client", client), rig.now()));
    }
  }
}
