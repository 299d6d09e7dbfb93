package dev.hotseat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private final Secrets secrets = new Secrets();

  @Test
  void areAllDifferentLongAndBalanced() {
    Set<String> seen = new HashSet<>();
    long ones = 0;
    int count = 20_000;
    for (int each = 0; each < count; each++) {
      String token = secrets.token();
      seen.add(token);
      for (byte bits : Base64.getUrlDecoder().decode(token)) {
        ones += Integer.bitCount(bits & 0xff);
      }
    }

    assertThat(seen).hasSize(count);
    assertThat(Base64.getUrlDecoder().decode(secrets.token()).length * 8)
        .isGreaterThanOrEqualTo(128);
    // 20,000 tokens of 192 bits: one standard deviation is 0.0003 of a share.
    assertThat((double) ones / (count * 192L)).isEqualTo(0.5, within(0.002));
  }

  @Test
  void namesSurviveAddressesAndShells() {
    assertThat(secrets.id()).matches("s[0-9a-f]{30}");
    assertThat(secrets.liveId()).matches("l[0-9a-f]{36}");
  }

  @Test
  void compareAlikeWhateverDiffers() {
    assertThat(Secrets.same("abc", "abc")).isTrue();
    assertThat(Secrets.same("abc", "abd")).isFalse();
    assertThat(Secrets.same("abc", "ab")).isFalse();
    assertThat(Secrets.hash("token")).hasSize(64).doesNotContain("token");
  }
}
