package dev.hotseat.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Names that cannot be guessed, and their hashes.
final class Secrets {
  private static final int TOKEN_BYTES = 24; // 192 bits
  private static final int ID_BYTES = 15; // 120 bits; knowing it allows nothing
  private static final int LIVE_ID_BYTES = 18; // 144 bits; knowing it reaches the live system
  private static final int SEED_BOUND = 1_000_000;

  private final SecureRandom random = new SecureRandom();

  String token() {
    return text(TOKEN_BYTES);
  }

  /// Starts with a letter and holds nothing but letters and digits, so that it survives every
  /// shell.
  String id() {
    return "s" + HexFormat.of().formatHex(bytes(ID_BYTES));
  }

  String liveId() {
    return "l" + HexFormat.of().formatHex(bytes(LIVE_ID_BYTES));
  }

  /// Short enough to be read out loud.
  long seed() {
    return 1 + random.nextInt(SEED_BOUND);
  }

  /*
   * A token has 192 random bits, so its plain hash cannot be searched: no salt and no slow hash are
   * needed, and the hash can serve as the key it is found by.
   */
  static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Compares in a time that does not tell how much of it was right.
  static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private String text(int count) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
