package dev.hotseat.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PremisesTest {
  private final Premises home =
      new Premises("127.0.0.1", new AccessConfig("", List.of("Hotseat.example ")));
  private final Premises open = new Premises("0.0.0.0", new AccessConfig("", List.of()));

  private static HttpRequest<?> to(String host) {
    return HttpRequest.GET("/").header("Host", host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8080",
        "127.0.0.1:8080",
        "LOCALHOST",
        "[::1]:8080",
        "[::1]",
        "127.0.0.1"
      })
  void trustsWhoComesFromThisMachine(String host) {
    assertThat(home.answersTo(to(host))).isTrue();
    assertThat(home.trusts(to(host))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example", "",
        "localhost@evil.example", "127.0.0.2", "[::2]:8080", "localhost:80:80", "2130706433",
      })
  void doesNotAnswerToAForeignName(String host) {
    assertThat(home.answersTo(to(host))).isFalse();
    assertThat(home.trusts(to(host))).isFalse();
  }

  @Test
  void answersToItsPublicNameButTrustsNobodyThere() {
    assertThat(home.answersTo(to("hotseat.example:443"))).isTrue();
    assertThat(home.trusts(to("hotseat.example:443"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"})
  void doesNotTrustWhatSomebodyPassedOn(String mark) {
    assertThat(home.trusts(HttpRequest.GET("/").header("Host", "localhost").header(mark, "x")))
        .isFalse();
  }

  @Test
  void trustsNobodyWhereOthersCanReachIt() {
    assertThat(open.loopback()).isFalse();
    assertThat(open.trusts(to("localhost"))).isFalse();
    assertThat(open.answersTo(to("anything.example"))).isTrue();
  }

  @Test
  void drawsAKeyThatIsItsOwn() {
    HostKey drawn = new HostKey(new AccessConfig("", List.of()));
    HostKey other = new HostKey(new AccessConfig(" ", List.of()));
    HostKey set = new HostKey(new AccessConfig("secret", List.of()));

    assertThat(drawn.drawn()).isTrue();
    assertThat(drawn.text()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(other.text());
    assertThat(set.matches("secret")).isTrue();
    assertThat(set.matches("secre")).isFalse();
    assertThat(set.drawn()).isFalse();
  }
}
