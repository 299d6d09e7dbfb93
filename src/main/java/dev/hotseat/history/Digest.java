package dev.hotseat.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The first 128 bits of a reply's SHA-256: enough to tell replies apart, small enough to keep a
/// million of them.
public record Digest(long high, long low) {
  public static final Digest NONE = new Digest(0, 0);

  public static Digest of(String reply) {
    if (reply.isEmpty()) {
      return NONE;
    }
    ByteBuffer sum = ByteBuffer.wrap(sha256().digest(reply.getBytes(UTF_8)));
    return new Digest(sum.getLong(), sum.getLong());
  }

  /// The first eight hexadecimal digits, for a person to compare.
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high).substring(0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
