package dev.hotseat.exchange;

/// The one narrow waist of a live system: a call in, a reply out, on the caller's thread.
@FunctionalInterface
public interface Target {
  /// Handles one call. May park the calling thread, so call it on a virtual thread.
  ///
  /// Never throws for anything a caller can cause: failures are replies that carry a [Why].
  Reply handle(Call call);
}
