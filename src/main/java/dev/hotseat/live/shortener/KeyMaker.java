package dev.hotseat.live.shortener;

import dev.hotseat.live.Hop;
import dev.hotseat.live.Kit;
import dev.hotseat.live.Visit;
import dev.hotseat.live.shortener.Choices.OnCollision;
import dev.hotseat.world.Chance;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicLong;

/// Makes codes for links whose client did not choose one.
final class KeyMaker {
  private final AtomicLong counter = new AtomicLong();
  private final Chance chance;
  private final Hop hop;

  KeyMaker(Kit kit) {
    this.chance = new Chance(kit.world().dice(), "codes");
    this.hop = kit.hop("app.eu>keys");
  }

  /// A code to try.
  ///
  /// @param attempt 0 at first, one more after each collision
  String code(Visit visit, Region region, Choices choices, String url, int attempt)
      throws InterruptedException {
    int longer = choices.onCollision() == OnCollision.LENGTHEN ? attempt : 0;
    int length = choices.codeLength() + longer;
    return switch (choices.keys()) {
      case COUNTER -> Base62.text(counted(visit, region, 1), choices.codeLength()) + noise(longer);
      case BLOCK_COUNTER ->
          Base62.text(
                  region.block().next(() -> counted(visit, region, KeyBlock.SIZE)),
                  choices.codeLength())
              + noise(longer);
      case HASH -> hashed(url, longer > 0 ? 0 : attempt, length);
      case RANDOM -> Base62.text(chance.below(Base62.count(length)), length);
      case SNOWFLAKE ->
          Base62.text(region.snowflake().next(choices.clockRule()), Snowflake.CODE_LENGTH)
              + noise(longer);
    };
  }

  /// First `length` characters of the digest; another attempt at the same length adds salt.
  static String hashed(String url, int salt, int length) {
    byte[] salted = (salt == 0 ? url : url + '\n' + salt).getBytes(StandardCharsets.UTF_8);
    long bits = ByteBuffer.wrap(sha256().digest(salted)).getLong();
    return Base62.text(Long.remainderUnsigned(bits, Base62.count(length)), length);
  }

  private long counted(Visit visit, Region region, int values) throws InterruptedException {
    return region.<Long, RuntimeException>inEu(
        visit, () -> hop.cross(visit, () -> counter.getAndAdd(values)));
  }

  private String noise(int length) {
    return length == 0 ? "" : Base62.text(chance.below(Base62.count(length)), length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
