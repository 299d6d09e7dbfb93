package dev.hotseat.live;

import dev.hotseat.exchange.Call;

/// One call on its way through a system: what was asked, by whom from where, and the trace under
/// construction.
public interface Visit {
  /// The call as it came in.
  Call call();

  /// The client's region; empty where the design has none.
  String region();

  /// 32 hex digits.
  String traceId();

  /// Writes a log line that belongs to this call.
  ///
  /// @param level `INFO`, `WARN` or `ERROR`
  void log(String level, String part, String message);
}
