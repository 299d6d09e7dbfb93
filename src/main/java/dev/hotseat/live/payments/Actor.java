package dev.hotseat.live.payments;

/// Who does something to a payment.
///
/// @param name such as `api.1`, `completer` or `finance`
/// @param keyHash hash of the key that the request carried; empty for none
/// @param traceId trace of the request; empty where there is none
record Actor(String name, String keyHash, String traceId) {
  /// A worker, which serves no request.
  static Actor worker(String name) {
    return new Actor(name, "", "");
  }
}
