package dev.hotseat.live.limiter;

import java.util.concurrent.TimeUnit;

/// Header fields that tell a client where it stands, as of draft-ietf-httpapi-ratelimit-headers-11:
/// lists of structured field strings with parameters.
final class Fields {
  static final String LIMIT = "RateLimit";
  static final String POLICY = "RateLimit-Policy";
  static final String RETRY_AFTER = "Retry-After";

  private Fields() {}

  /// `"free";q=100;w=60`: so many units in so many seconds.
  ///
  /// The draft has units for requests, bytes and requests at once, none for what a call costs;
  /// where that is what counts, a parameter of our own says so, which clients may take as a
  /// comment.
  static String policy(Quota quota, boolean byCost) {
    String policy =
        quoted(quota.policy())
            + ";q="
            + quota.limit()
            + ";w="
            + TimeUnit.NANOSECONDS.toSeconds(quota.windowNanos());
    return byCost ? policy + ";hotseat-unit=\"cost\"" : policy;
  }

  /// `"free";r=7;t=3`: seven more now, and no eighth within three seconds.
  static String limit(Quota quota, Answer answer) {
    return quoted(quota.policy())
        + ";r="
        + answer.remaining()
        + ";t="
        + seconds(answer.moreNanos());
  }

  /// Whole seconds, rounded up: who waits so long does not come too early.
  static long seconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
