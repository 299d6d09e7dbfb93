package dev.hotseat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The screen as the server sends it, before and without any script.
class ConsolePageTest {
  private static final Server SERVER = Server.shared();
  private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"");

  private final Opened session = SERVER.open("practice");

  @Test
  void canBeReadAsItIs() {
    String page = page("candidate");

    assertThat(page)
        .contains(
            "Build a link shortener for the world",
            "Before you draw anything, what do you need to know?",
            "data-hop=\"app.eu>store\"",
            "Redirects inside the home region stay under 20 ms at p99",
            "single-flight",
            "<form method=\"post\"");
  }

  @Test
  void takesAnAnswerFromAPlainForm() {
    Answer posted = form("candidate", "/answers", "text=What may be lost & why?");

    assertThat(posted.status()).isEqualTo(303);
    assertThat(posted.header("Location")).startsWith(path());
    assertThat(page("candidate")).contains("What may be lost &amp; why?");
  }

  @Test
  void givesAHintByAPlainForm() {
    assertThat(form("candidate", "/hints", "").status()).isEqualTo(303);
    assertThat(session.as("candidate", "GET", "").send().json().at("/question/hintsGiven").asInt())
        .isEqualTo(1);
  }

  @Test
  void isOnlyForReadingToWhoOnlyReads() {
    for (String role : new String[] {"observer", "interviewer"}) {
      assertThat(page(role)).contains("data-answers=\"false\"").doesNotContain("<form");
      assertThat(form(role, "/answers", "text=hello").status()).isEqualTo(403);
    }
  }

  @Test
  void isOneOfTheSitesOwnPagesOrNothing() {
    Answer foreign =
        SERVER
            .call("POST", path() + "/answers")
            .bearer(session.token("candidate"))
            .header("Origin", "https://evil.example")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("text=hello".getBytes(StandardCharsets.UTF_8))
            .send();

    assertThat(foreign.status()).isEqualTo(403);
  }

  @Test
  void namesOnlyFilesThatAreThereAndMayBeKeptForGood() {
    for (String asset : ASSET.matcher(page("candidate")).results().map(this::address).toList()) {
      Answer file = SERVER.call("GET", asset).send();
      assertThat(file.status()).as(asset).isEqualTo(200);
      assertThat(file.header("Cache-Control")).as(asset).contains("immutable");
      Answer again = SERVER.call("GET", asset).header("If-None-Match", file.header("ETag")).send();
      assertThat(again.status()).as(asset).isEqualTo(304);
    }
  }

  @Test
  void sendsAFileOfAnotherVersionButLetsNobodyKeepIt() {
    assertThat(SERVER.call("GET", "/static/old/js/console.js").send().header("Cache-Control"))
        .isEqualTo("no-cache");
    assertThat(SERVER.call("GET", "/static/old/js/none.js").send().status()).isEqualTo(404);
    assertThat(SERVER.call("GET", "/static/old/..%2f..%2fapplication.yml").send().status())
        .isEqualTo(404);
  }

  @Test
  void carriesNoScriptAndNoStyleOfItsOwn() {
    assertThat(page("candidate"))
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContain("<style", " style=")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @Test
  void tellsABrowserInWordsAndAProgramInAProblemThatTheKeyIsWrong() {
    Answer read =
        SERVER.call("GET", path()).bearer("wrong").header("Accept", "text/html,*/*;q=0.8").send();
    Answer parsed = SERVER.call("GET", path()).bearer("wrong").send();

    assertThat(read.status()).isEqualTo(parsed.status()).isEqualTo(401);
    assertThat(read.type()).startsWith("text/html");
    assertThat(read.body()).contains("<h1>Not with this key</h1>");
    assertThat(parsed.type()).isEqualTo("application/problem+json");
  }

  private String address(MatchResult found) {
    return found.group(1);
  }

  private String path() {
    return "/sessions/" + session.json().get("id").asString();
  }

  private String page(String role) {
    Answer answer = SERVER.call("GET", path()).bearer(session.token(role)).send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Answer form(String role, String below, String fields) {
    String[] field = fields.split("=", 2);
    String body =
        field.length == 2
            ? field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8)
            : "";
    return SERVER
        .call("POST", path() + below)
        .bearer(session.token(role))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bytes(body.getBytes(StandardCharsets.UTF_8))
        .send();
  }
}
