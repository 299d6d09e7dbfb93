package dev.hotseat.api;

import dev.hotseat.live.LiveSystem.Table;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A query result for clients.
///
/// @param truncated whether rows or bytes were cut at the limit
@Serdeable
record SqlJson(
    List<String> columns, List<List<String>> rows, boolean truncated, double tookMillis) {
  static SqlJson of(Table table) {
    return new SqlJson(table.columns(), table.rows(), table.truncated(), table.tookNanos() / 1e6);
  }
}
