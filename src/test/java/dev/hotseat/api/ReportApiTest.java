package dev.hotseat.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.testing.Server;
import dev.hotseat.testing.Server.Answer;
import dev.hotseat.testing.Server.Opened;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One report in four renderings.
class ReportApiTest {
  private static final String NASTY =
      "<script>alert(1)</script> | \u001b[31m `x` [a](javascript:b)";
  private static final Server SERVER = Server.shared();
  private static final Opened SESSION = played();

  private static Opened played() {
    Opened session =
        new Opened(
            SERVER,
            SERVER
                .call("POST", "/api/sessions")
                .json("{\"scenario\":\"url-shortener\",\"candidate\":\"<b>Ada</b>\",\"seed\":7}")
                .send()
                .json());
    session.as("candidate", "POST", "/answers").text("What is the read to write ratio?").send();
    session.as("candidate", "POST", "/answers").text(NASTY).send();
    session.as("candidate", "POST", "/hints").send();
    session.as("candidate", "PATCH", "/levers").text("cache=local because " + NASTY).send();
    session.as("candidate", "POST", "/end").send();
    return session;
  }

  private static Answer report(String format) {
    return SESSION.as("candidate", "GET", "/report?format=" + format).send();
  }

  @Test
  void isTheSameByAcceptAndByFormat() {
    assertThat(report("markdown").type()).startsWith("text/markdown");
    assertThat(
            SESSION
                .as("candidate", "GET", "/report")
                .header("Accept", "text/markdown")
                .send()
                .body())
        .isEqualTo(report("markdown").body());
    assertThat(
            SESSION.as("candidate", "GET", "/report").header("Accept", "text/html").send().type())
        .startsWith("text/html");
    assertThat(SESSION.as("candidate", "GET", "/report").send().type())
        .isEqualTo("application/json");
  }

  @Test
  void keepsALevelThatIsMissingAsNull() {
    var dimensions = report("json").json().get("dimensions");

    assertThat(dimensions).isNotEmpty();
    assertThat(dimensions.valueStream()).allMatch(each -> each.has("level"));
    assertThat(report("json").json().get("notAssessed")).isNotEmpty();
  }

  @Test
  void isOnePageThatNeedsNothingElse() {
    String page = report("html").body();

    assertThat(page).startsWith("<!doctype html>").contains("<html lang=\"en\">");
    assertThat(page)
        .doesNotContain(
            "<script", "<link", "src=", "href=", "@import", "url(", "http://", "https://");
    assertThat(report("html").header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("script-src");
    assertThat(page).contains("light-dark(", "@media print", "&lt;b&gt;Ada&lt;/b&gt;");
  }

  @Test
  void opensAndClosesEveryElement() {
    String page =
        report("html")
            .body()
            .replaceAll("(?s)<style>.*?</style>", "")
            .replaceAll("<meta[^>]*>", "");
    Matcher tag = Pattern.compile("<(/?)([a-z0-9]+)(?:\\s[^>]*)?>").matcher(page);
    var open = new java.util.ArrayDeque<String>();
    while (tag.find()) {
      if (tag.group(1).isEmpty()) {
        open.push(tag.group(2));
      } else {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      }
    }

    assertThat(open).isEmpty();
  }

  @Test
  void keepsWhatWasTypedFromBecomingMarkup() {
    assertThat(report("html").body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    assertThat(report("markdown").body())
        .doesNotContain("<script>", "[a](javascript")
        .contains("\\<script\\>alert");
    assertThat(report("text").body()).doesNotContain("\u001b");
  }

  @Test
  void fitsATerminal() {
    String text = report("text").body();

    assertThat(text).startsWith("report · Build a link shortener for the world");
    assertThat(text)
        .contains("not assessed", "timeline", "what a strong answer does", "hints used");
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void hasTheSameHeadlineEverywhere() {
    String headline = report("json").json().get("headline").asString();

    assertThat(report("html").body()).contains(headline);
    assertThat(report("text").body().replaceAll("\\s+", " ")).contains(headline);
  }
}
