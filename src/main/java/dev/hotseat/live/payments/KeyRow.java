package dev.hotseat.live.payments;

/// What the key table says about one key.
///
/// @param scope tenant, or empty where keys are unique among all
/// @param guard 0 for a claim that must be the only one
/// @param payment number of the payment that the key stands for
/// @param status of the stored reply; 0 while the request is in flight
/// @param body of the stored reply
record KeyRow(
    String scope,
    String hash,
    long guard,
    String fingerprint,
    long payment,
    int status,
    String body,
    long claimedMillis,
    long expiresMillis) {

  boolean done() {
    return status != 0;
  }

  boolean expired(long nowMillis) {
    return nowMillis >= expiresMillis;
  }
}
