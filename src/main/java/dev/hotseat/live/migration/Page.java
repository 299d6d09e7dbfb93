package dev.hotseat.live.migration;

import java.util.List;

/// A sheet of instruments, in text.
///
/// @param text a sentence above the table; may be empty
record Page(String text, List<String> columns, List<List<String>> rows) {
  Page {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
