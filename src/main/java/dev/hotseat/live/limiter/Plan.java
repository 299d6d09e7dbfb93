package dev.hotseat.live.limiter;

import java.util.regex.Pattern;

/// What a customer has bought; the key says which.
enum Plan {
  FREE("free"),
  PAID("paid");

  /// Units per second of the paid plan.
  static final long PAID_PER_SECOND = 1_000;

  private static final Pattern KEY = Pattern.compile("(free|paid)_[a-z0-9]{1,32}");
  private final String policy;

  Plan(String policy) {
    this.policy = policy;
  }

  /// Name in keys and header fields.
  String policy() {
    return policy;
  }

  /// Whether a text has the form of a key. Whether anybody owns it, only the backend knows.
  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /// The plan of a well-formed key.
  static Plan of(String key) {
    return key.charAt(0) == 'p' ? PAID : FREE;
  }
}
