package dev.hotseat.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// Ties every line to all lines before it, so that a changed, lost or moved line is found.
///
/// It protects from damage, not from a forger: whoever can write the file can compute a new chain.
final class Chain {
  private Chain() {}

  /// The value before the first line of a stream.
  static byte[] start(String stream) {
    return sha256().digest(stream.getBytes(StandardCharsets.UTF_8));
  }

  /// The value after one more line.
  static byte[] next(byte[] before, Line line) {
    byte[] type = line.type().getBytes(StandardCharsets.UTF_8);
    byte[] payload = line.payload().getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = sha256();
    digest.update(before);
    digest.update(
        ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES)
            .putLong(line.seq())
            .putLong(nanos(line.at()))
            .putLong(Double.doubleToLongBits(line.elapsedSeconds()))
            .putInt(type.length)
            .array());
    digest.update(type);
    return digest.digest(payload);
  }

  static long nanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
