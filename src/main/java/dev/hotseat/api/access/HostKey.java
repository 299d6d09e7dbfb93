package dev.hotseat.api.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The key that makes its bearer the host where the server can be reached from other machines.
@Singleton
public final class HostKey {
  private static final int BYTES = 24;

  private final String key;
  private final boolean drawn;

  HostKey(AccessConfig config) {
    this.drawn = config.hostKey().isBlank();
    this.key = drawn ? draw() : config.hostKey().strip();
  }

  /// The key itself, for the banner.
  public String text() {
    return key;
  }

  /// Whether it was drawn at start rather than configured.
  public boolean drawn() {
    return drawn;
  }

  /// Whether this is the key. Takes as long for a near miss as for a far one.
  boolean matches(String token) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
  }

  private static String draw() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes); // secrets are the one thing that must not come from a seed
    return HexFormat.of().formatHex(bytes);
  }
}
