package dev.hotseat.live.shortener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotseat.world.Dice;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
  private static final int CASES = 5_000;
  private final UrlRules rules = new UrlRules(Set.of("sho.example"));
  private final RandomGenerator random = new Dice(2).stream("addresses");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.example.com/",
        "http://example.com",
        "HTTPS://Example.COM/Path?q=1&r=2#frag",
        "https://example.com:8443/a/b;c=d/~e",
        "https://xn--mnchen-3ya.example/%C3%BC",
        "https://example.com.",
        "https://8.8.8.8/",
        "https://[2606:4700:4700::1111]/",
        "https://my_host.example.com/",
        "https://example.com/?next=http://127.0.0.1/",
        "https://1.2.3.com/",
      })
  void aTargetOnTheOpenWebPasses(String url) {
    assertThat(rules.objection(url, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://example.com/",
        "file:///etc/passwd",
        "data:text/html,hi",
        "//example.com/",
        "/relative",
        "example.com",
        "http:/example.com",
        "https:example.com",
      })
  void onlyWebSchemesPass(String url) {
    assertThat(reason(url)).isEqualTo("bad-scheme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.0.0.1:8080/admin",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://0x7F000001/",
        "http://2130706433/",
        "http://017700000001/",
        "http://127.0.0.1./",
        "http://0.0.0.0/",
        "http://0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://172.31.255.255/",
        "http://192.168.0.1/",
        "http://192.168.257/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0xA9FEA9FE/",
        "http://2852039166/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::FFFF:a9fe:a9fe]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2002:a00:1::1]/",
        "http://[2001:0:53aa:64c::]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fc00::1]/",
        "http://[ff02::1]/",
        "http://localhost/",
        "http://LOCALHOST:80/",
        "http://localhost./",
        "http://api.localhost/",
        "http://printer.local/",
        "http://metadata.google.internal/",
        "http://intranet/",
        "http://router.lan/",
      })
  void aTargetInAClosedNetworkDoesNot(String url) {
    assertThat(reason(url)).isEqualTo("private-target");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http:///path",
        "http://user@example.com/",
        "http://example.com@127.0.0.1/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://example.com:80a/",
        "http://exa mple.com/",
        "http://example.com/a b",
        "http://example.com/\u0000",
        "http://example.com/\r\nSet-Cookie: a=b",
        "http://example.com/\"quote",
        "http://example.com\\@127.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://\uFF11\uFF12\uFF17.0.0.1/",
        "http://\u2460\u2461\u2466.0.0.1/",
        "http://127.0.0.1%00.example.com/",
        "http://..example.com/",
        "http://example..com/",
        "http://256.1.1.1/",
        "http://1.2.3.4.5/",
        "http://0x7g.1/",
        "http://[::1/",
        "http://[::1]x/",
        "http://[fe80::1%25eth0]/",
        "http://[1:2:3]/",
        "http://[1:2:3:4:5:6:7:8:9]/",
        "http://[::12345]/",
      })
  void whatIsNoProperTargetDoesNot(String url) {
    assertThat(reason(url)).isIn("bad-url", "private-target");
    assertThat(rules.objection(url, "")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "https://sho.example/abc, ''",
    "https://SHO.example:443/abc, ''",
    "https://sho.example./abc, ''",
    "http://go.example.com/abc, go.example.com:8080",
    "http://go.example.com:9090/abc, GO.example.com",
  })
  void aTargetCannotBeTheShortenerItself(String url, String calledAs) {
    assertThat(rules.objection(url, calledAs)).map(Objection::reason).hasValue("self-reference");
  }

  @Test
  void aClosedAddressIsClosedInEverySpelling() {
    int[] firsts = {10, 127, 0, 169 << 8 | 254, 192 << 8 | 168, 172 << 8 | 20, 100 << 8 | 70};
    for (int i = 0; i < CASES; i++) {
      int first = firsts[random.nextInt(firsts.length)];
      int bits = first < 256 ? 24 : 16;
      long address = (long) first << bits | random.nextInt(1 << bits);

      String host = spelled(address);

      assertThat(reason("http://" + host + "/")).as(host).isEqualTo("private-target");
    }
  }

  @Test
  void anOpenAddressIsOpenInEverySpelling() {
    for (int i = 0; i < CASES; i++) {
      long address = (long) (11 + random.nextInt(80)) << 24 | random.nextInt(1 << 24);

      String host = spelled(address);

      assertThat(rules.objection("http://" + host + "/", "")).as(host).isEmpty();
    }
  }

  /// One of the many ways to write an address: one to four parts, each in one of three radixes, or
  /// inside an IPv6 address.
  private String spelled(long address) {
    if (random.nextInt(4) == 0) {
      String tail =
          random.nextBoolean()
              ? quad(address)
              : Long.toHexString(address >> 16) + ":" + Long.toHexString(address & 0xFFFF);
      return "[" + (random.nextBoolean() ? "::ffff:" : "64:ff9b::") + tail + "]";
    }
    int parts = 1 + random.nextInt(4);
    StringBuilder host = new StringBuilder();
    for (int i = 0; i < parts - 1; i++) {
      host.append(radix(address >> 24 - 8 * i & 0xFF)).append('.');
    }
    long rest = address & (1L << 8 * (5 - parts)) - 1;
    return host.append(radix(rest)).toString();
  }

  private static String quad(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 0xFF)
        + "."
        + (address >> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }

  private String radix(long part) {
    return switch (random.nextInt(3)) {
      case 0 -> Long.toString(part);
      case 1 -> "0" + Long.toOctalString(part);
      default ->
          random.nextBoolean()
              ? "0x" + Long.toHexString(part)
              : "0X" + Long.toHexString(part).toUpperCase(Locale.ROOT);
    };
  }

  @Test
  void noTextIsTooOddToJudge() {
    String alphabet = "htps:/[]@.%0127xX-_ \\\u0000\u00FCab#?";
    for (int i = 0; i < CASES; i++) {
      StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "");
      for (int length = random.nextInt(20); length > 0; length--) {
        url.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      rules
          .objection(url.toString(), url.toString())
          .ifPresent(objection -> assertThat(objection.status()).isEqualTo(422));
    }
  }

  private String reason(String url) {
    return rules.objection(url, "").map(Objection::reason).orElse("");
  }
}
